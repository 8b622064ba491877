/** What this runtime can do: an older WeChat and other mini-program platforms have less of it, and people say no. */
import Taro from '@tarojs/taro'

/** Asks for something that the page can do without; where it is missing or refused, nothing happens. */
export function ifPossible(ask: () => unknown): void {
  try {
    Promise.resolve(ask()).catch(() => undefined)
  } catch {
    // This runtime has no such function.
  }
}

/** Puts a number on the telephone; who closes it again has only thought better of it. */
export const call = (phoneNumber: string): void => ifPossible(() => Taro.makePhoneCall({ phoneNumber }))
