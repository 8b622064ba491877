import { table } from '../../platform/language'

/** Who looks after an entry of the directory, and how fresh it is. */
export const keptWords = table('circle.keptWords', {
  keeper: (name: string) => `${name}维护`,
  noKeeper: '还没有社区维护',
  assuredOn: (day: string) => `${day}核对过`,
  neverAssured: '还没人核对过',
  wrong: '有错？告诉社区',
})
