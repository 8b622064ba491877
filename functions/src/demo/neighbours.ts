/** The rest of the street: people who have booked and claimed before the visitor comes. None of them signs in. */
import type { CommunityKey } from './street'

interface Neighbours {
  readonly elders: readonly string[]
  /** One and two years old; each one's mother books for them. */
  readonly children: readonly string[]
  readonly volunteers: readonly string[]
}

const names = (list: string): readonly string[] => list.split('、')

export const neighbours: Readonly<Record<CommunityKey, Neighbours>> = {
  osmanthus: {
    elders: names(
      '陈阿姨、李伯伯、周师傅、吴奶奶、徐老师、孙阿姨、马师傅、朱奶奶、胡伯伯、郭阿姨、何爷爷、高奶奶、罗师傅、郑阿姨',
    ),
    children: names('安安、果果、米粒、团子、朵朵、乐乐、石头、糖糖、小禾、多多、可可、元宝'),
    volunteers: names('小沈、小顾、方老师、蒋大姐、老唐、小严'),
  },
  stonebridge: {
    elders: names(
      '梁阿姨、宋伯伯、谢师傅、韩奶奶、唐老师、冯阿姨、于师傅、董奶奶、萧伯伯、程阿姨、曹爷爷、袁奶奶、邓师傅、傅阿姨',
    ),
    children: names('圆圆、满满、小鱼、壮壮、苗苗、一一、豆包、牛牛、小米、阳阳、糯米、核桃'),
    volunteers: names('小陶、小姜、范老师、金大姐、老魏、小邹'),
  },
}
