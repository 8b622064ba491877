/** Hands a file over to whoever sits at a browser; WeChat has no place for one. */
export const canDownload = process.env.TARO_ENV === 'h5'

export function download(name: string, content: Blob): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

/** A picture in SVG as PNG, so many pixels wide and high. */
export async function pngOf(svg: string, width: number, height: number): Promise<Blob | null> {
  const picture = new Image()
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await picture.decode()
  const canvas = document.createElement('canvas')
  Object.assign(canvas, { width, height })
  canvas.getContext('2d')?.drawImage(picture, 0, 0, width, height)
  return new Promise(resolve => canvas.toBlob(resolve, 'image/png'))
}
