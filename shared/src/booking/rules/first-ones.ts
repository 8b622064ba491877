import type { PriorityGroup } from './terms'

const spoken: Record<PriorityGroup, string> = { elder: '老人', minor: '孩子', disabled: '残疾人' }

/** Those who come first, 'elder minor' as facts name them, as they are read: 老人、孩子. */
export const spokenFirst = (groups: string): string =>
  groups
    .split(' ')
    .map(group => spoken[group as PriorityGroup])
    .join('、')
