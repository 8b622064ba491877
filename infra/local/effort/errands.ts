/** The four errands of a neighbourhood, as somebody does them who follows what can be seen. */
import type { Visitor } from '../visitor'

export type EffortMode = 'ordinary' | 'elder'

/** A visitor whose taps are counted. */
export interface Hand extends Pick<Visitor, 'see'> {
  tap: Visitor['press']
  /** The first slot that can be had. */
  tapSlot(): Promise<void>
  tapField(label: string): Promise<void>
  /** Into the field that has the keyboard already. */
  type(words: string): Promise<void>
}

export interface Errand {
  name: string
  who: string
  /** Taps from home. */
  most: number
  steps: Record<EffortMode, (hand: Hand) => Promise<void>>
}

const RESIDENT = '王桂芳'
const VOLUNTEER = '周晓岚'

export const errands: readonly Errand[] = [
  {
    name: '取消预约 cancel a booking',
    who: RESIDENT,
    most: 2,
    steps: {
      async ordinary({ tap, see }) {
        await tap('去不了，取消预约')
        await tap(/^取消预约/)
        await see(/取消了，名额已经让出来/)
      },
      async elder({ tap, see }) {
        await tap(/^我的事/)
        await tap(/^不去了，取消预约/)
        await see(/取消了，名额已经让出来/)
      },
    },
  },
  {
    name: '约照料 book a care slot',
    who: RESIDENT,
    most: 3,
    steps: {
      async ordinary({ tap, tapSlot, see }) {
        await tap('预约桂花里日间照料中心')
        await tapSlot()
        await tap(/^预约.*给/)
        await see(/约好了，到场报这个号码/)
      },
      async elder({ tap, see }) {
        await tap(/^预约/)
        // What begins within the hour can only be given up by a call: it is asked once more, and is a tap dearer.
        await tap(/长者活动角.*还有 \d+ 个位/)
        await tap(/^给张松年约/)
        await see(/约好了，到场报这个号码/)
      },
    },
  },
  {
    name: '提需求 file a request',
    who: RESIDENT,
    most: 4,
    steps: {
      async ordinary({ tap, tapField, type, see }) {
        await tap('提一个需求')
        await type('弄堂口装一盏灯')
        await tap(/^工程/, 'radio')
        await tapField('为什么需要')
        await type('晚上看不清台阶，老人常走')
        await tap('提交给社区')
        await see(/交上去了/)
      },
      async elder({ tap, type, see }) {
        await tap(/^我的事/)
        await tap('提一个需求')
        await tap(/^工程/)
        await type('楼道里装一段扶手')
        await tap(/^交给社区/)
        await see(/交上去了/)
      },
    },
  },
  {
    name: '认领任务 claim a task',
    who: VOLUNTEER,
    most: 2,
    steps: {
      async ordinary({ tap, see }) {
        await tap('志愿', 'link')
        await tap(/^认领/)
        await see(/认领好了/)
      },
      async elder({ tap, see }) {
        await tap(/^我的事/)
        await tap(/^认领/)
        await see(/认领好了/)
      },
    },
  },
]
