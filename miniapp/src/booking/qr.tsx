import { View } from '@tarojs/components'
import { encode } from 'uqr'
import { aria } from '../ui/aria'
import './qr.css'

/** Black on white whatever the theme: scanners want it so. An image needs no canvas, which WeChat draws late. */
export function Qr({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: 2 })
  const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${dark}"/></svg>`
  return (
    <View
      className="booking-qr"
      style={{ backgroundImage: `url("data:image/svg+xml,${encodeURIComponent(svg)}")` }}
      {...aria({ role: 'img', label })}
    />
  )
}
