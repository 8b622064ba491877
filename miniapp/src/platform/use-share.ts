import { useShareAppMessage } from '@tarojs/taro'
import { type Params, pageUrl } from './route'

/** What a card says when this page is passed on to somebody: only what anybody may see. Its config enables sharing. */
export function useShare(title: string, page: string, params: Params = {}): void {
  useShareAppMessage(() => ({ title, path: pageUrl(page, params) }))
}
