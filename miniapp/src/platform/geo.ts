import Taro from '@tarojs/taro'
import { fromGcj02, toGcj02 } from './gcj02'

/** WGS-84 degrees, as everywhere inside. */
export interface Point {
  lng: number
  lat: number
}

export interface Whereabouts extends Point {
  /** `home`: the phone would not say where it is. */
  from: 'here' | 'home'
}

// WeChat speaks GCJ-02 (the law wants it so); browsers speak WGS-84.
const wechat = process.env.TARO_ENV === 'weapp'

const inside = ({ longitude, latitude }: { longitude: number; latitude: number }): Point => {
  const said = { lng: longitude, lat: latitude }
  return wechat ? fromGcj02(said) : said
}

/** Where the phone is; home when it may not or cannot say. */
export async function whereAmI(home: Point): Promise<Whereabouts> {
  try {
    return { ...inside(await Taro.getLocation({ type: wechat ? 'gcj02' : 'wgs84' })), from: 'here' }
  } catch {
    return { lng: home.lng, lat: home.lat, from: 'home' }
  }
}

/** To the metre: a map of streets is a thousand points, and each goes from thread to thread as text. */
const toTheMetre = (degrees: number): number => Math.round(degrees * 1e5) / 1e5

/** A position as WeChat's map wants it. */
export function onWeChatsMap(at: Point): { longitude: number; latitude: number } {
  const { lng, lat } = toGcj02(at)
  return { longitude: toTheMetre(lng), latitude: toTheMetre(lat) }
}

/** True where a point can be chosen on a map. */
export const canChooseOnMap = wechat

/** A point that somebody chose on WeChat's map, and what the map calls it; null: they closed it again. */
export async function chooseOnMap(near: Point): Promise<(Point & { name: string }) | null> {
  try {
    const chosen = await Taro.chooseLocation(onWeChatsMap(near))
    return {
      ...inside({ longitude: Number(chosen.longitude), latitude: Number(chosen.latitude) }),
      name: chosen.name,
    }
  } catch {
    return null
  }
}

/** True where `navigate` can hand over to a map application. */
export const canNavigate = wechat

/** Opens WeChat's map with the way to a place. */
export async function navigate(to: Point & { name: string; address?: string }): Promise<void> {
  await Taro.openLocation({ ...onWeChatsMap(to), name: to.name, address: to.address ?? '' })
}
