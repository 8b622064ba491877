import type { PlaceTable } from './row'

// biome-ignore format: a table is read in rows
export const transit: PlaceTable = {
  kind: 'transit',
  osmanthus: [
    ['桂花里公交站', '桂花路 32 号前', 218, 4, '每天 5:30–22:00，节假日照常', 'low', 'level', 'unstaffed'],
    ['南塘公交站', '南塘巷 28 号前', 172, -208, '每天 5:50–21:30，节假日照常', 'low', 'steps', 'unstaffed'],
    ['桂花路公共自行车点', '桂花路 20 号前', 84, 8, '24小时开放', 'low', 'level', 'unstaffed'],
    ['清水河游船码头', '清水河路 4 号', 138, -190, '每天 9:00–17:00，周一休，节假日照常', 'paid', 'steps'],
    ['桂花里共享停车场', '清水河路 60 号', 186, 274, '24小时开放', 'low', 'level', 'unstaffed'],
  ],
  stonebridge: [
    ['石桥头公交站', '石桥路 10 号前', -156, 4, '每天 5:30–22:00，节假日照常', 'low', 'level', 'unstaffed'],
    ['运河东街公交站', '运河东街 62 号前', -214, 172, '每天 5:50–21:30，节假日照常', 'low', 'level', 'unstaffed'],
    ['石桥路公共自行车点', '石桥路 33 号前', -2, 6, '24小时开放', 'low', 'level', 'unstaffed'],
    ['老石桥摆渡码头', '运河东街 2 号', -244, -204, '每天 6:30–18:00，节假日照常', 'free', 'steps', 'unstaffed'],
    ['石桥头公共停车场', '石桥路 76 号', 298, 28, '24小时开放', 'low', 'level', 'unstaffed'],
  ],
}
