import type { PlaceTable } from './row'

// biome-ignore format: a table is read in rows
export const shelter: PlaceTable = {
  kind: 'shelter',
  osmanthus: [
    ['南塘应急避难场所', '南塘巷 36 号', 228, -260, '24小时开放', 'free', 'level', 'unstaffed'],
    ['桂花里微型消防站', '桂花路 24 号', 132, -26, '24小时开放', 'free', 'level'],
    ['桂花里防汛物资点', '清水河路 1 号', 148, -170, null, 'free', 'level', 'unstaffed'],
    ['桂花里急救设备点（AED）', '桂花路 20 号门厅', 99, 19, '24小时开放', 'free', 'level', 'unstaffed'],
  ],
  stonebridge: [
    ['船坞应急避难场所', '船坞弄 46 号', 248, -262, '24小时开放', 'free', 'level', 'unstaffed'],
    ['石桥头微型消防站', '石桥路 36 号', 30, -22, '24小时开放', 'free', 'level'],
    ['石桥头急救设备点（AED）', '石桥路 33 号门厅', -9, 20, '24小时开放', 'free', 'level', 'unstaffed'],
  ],
}
