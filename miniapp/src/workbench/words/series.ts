import { table } from '../../platform/language'

/** Bookings that were made together, as staff answer them. */
export const seriesCaseWords = table('workbench.seriesCaseWords', {
  title: (of: number) => `一起约的 ${of} 次`,
  together: (of: number) => `${of} 次一起答复`,
  hint: '答复过的、取消了的，不动它。',
  approved: (about: string, times: number) => `${about}：${times} 次都通过了`,
  declined: (about: string, times: number) => `${about}：${times} 次都退回了`,
  left: (times: number) => `${times} 次没动：答复过、取消了，或过了时限`,
})
