import { table } from '../../platform/language'

/** What the map of h5 says; WeChat's own has its own. */
export const mapWords = table('circle.mapWords', {
  nearer: '放大',
  farther: '缩小',
  whole: '回到整张图',
  start: '出发的地方',
})
