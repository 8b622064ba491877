import { type More, type Stock, sameDay } from './row'

/** 高龄津贴, as a window asks for it: told once, in full. */
const seniority: More = {
  purpose: 'seniority',
  papers: [
    { name: '身份证', note: '原件和复印件，代办的再带代办人的' },
    { name: '户口簿', note: '本人那一页的复印件' },
    { name: '本人银行卡', note: '社保卡或一类卡的复印件' },
    { name: '近照', note: '一寸，一张' },
  ],
  modes: ['window', 'visit', 'agent'],
}
const residence: More = {
  purpose: 'residence',
  papers: [
    { name: '身份证', note: '原件' },
    { name: '住处证明', note: '房产证，或租房合同和房东身份证复印件' },
  ],
  modes: ['window', 'agent'],
}
const certificate: More = {
  purpose: 'disability',
  papers: [
    { name: '残疾人证', note: '原件，看过就还' },
    { name: '身份证', note: '原件，代办的再带代办人的' },
  ],
  modes: ['window', 'visit', 'agent'],
}
const office = '工作日 8:30–12:00 13:30–17:30'

// biome-ignore format: a table is read in rows
export const counter: readonly Stock[] = [
  {
    place: '桂花里便民服务站', thing: '办事窗口', kind: 'counter', capacity: 2, forWhom: '要办这件事的居民，也可以替家人办',
    offers: [
      ['高龄津贴申领', office, 15, 'free', 0, sameDay, seniority],
      ['居住证明', office, 15, 'free', 0, sameDay, residence],
      ['残疾人证登记', office, 15, 'free', 0, sameDay, certificate],
    ],
  },
  {
    place: '石桥头便民服务站', thing: '办事窗口', kind: 'counter', capacity: 2, forWhom: '要办这件事的居民，也可以替家人办',
    offers: [
      ['高龄津贴申领', office, 15, 'free', 0, sameDay, seniority],
      ['居住证明', office, 15, 'free', 0, sameDay, residence],
      ['残疾人证登记', office, 15, 'free', 0, sameDay, certificate],
    ],
  },
]
