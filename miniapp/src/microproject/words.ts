import type { ProjectState } from '@yike/shared/microproject/lifecycle'
import type { Photo, ProjectKind } from '@yike/shared/microproject/schema'
import { table } from '../platform/language'
import type { Tone } from '../ui'

/** 工程 · 服务 · 实物, and what each is in one line. */
export const kindWords: Record<ProjectKind, { word: string; note: string }> = table(
  'microproject.kindWords',
  {
    works: { word: '工程', note: '修一修、装一装，比如路灯、扶手' },
    service: { word: '服务', note: '请人来做，比如义诊、讲座' },
    goods: { word: '实物', note: '添置东西，比如轮椅、图书' },
  },
)

export const stateWords: Record<ProjectState, { word: string; tone: Tone }> = table(
  'microproject.stateWords',
  {
    filed: { word: '待受理', tone: 'waiting' },
    accepted: { word: '已受理', tone: 'green' },
    sentBack: { word: '已退回', tone: 'danger' },
    withdrawn: { word: '已撤回', tone: 'quiet' },
  },
)

/** What happened, as the one who filed reads it. */
export const verbWords: Record<string, string> = table('microproject.verbWords', {
  file: '您提交了需求',
  accept: '社区受理了',
  sendBack: '社区退回，请修改',
  refile: '您修改后再次提交',
  withdraw: '您撤回了需求',
})

/** The same for neighbours, who are not told who filed. */
export const neighbourVerbWords: Record<string, string> = table('microproject.neighbourVerbWords', {
  ...verbWords,
  file: '居民提交了需求',
  refile: '居民修改后再次提交',
})

/** What became of a photo, as those read it who may see it. */
export const photoWords: Record<Photo['state'], string> = table('microproject.photoWords', {
  pending: '微信正在看，街坊还看不到',
  pass: '',
  review: '微信没看准，街坊看不到',
  risky: '微信说不宜公开，街坊看不到',
  lost: '这张没收到',
})

export const words = table('microproject.words', {
  list: '民生微实事',
  mine: '我提的',
  community: '社区在办的',
  file: '提一个需求',
  mineNothing: '身边有什么想改的？',
  mineNothingText: '路灯、扶手、义诊、图书，都可以提。',
  communityNothing: '社区还没有受理的',
  communityNothingText: '受理后，街坊都能看到。',
  number: (number: string) => `编号 ${number}`,

  newcomerText: '选好社区，您提的需求就有人答复。',

  formTitle: '提一个需求',
  refileTitle: '修改后再交',
  title: '想办什么事',
  titleExample: '比如：三号楼门口装扶手',
  what: '为什么需要',
  whatExample: '谁用得上，现在有什么不便',
  where: '在哪里',
  whereExample: '比如：三号楼一单元门口',
  kind: '哪一类',
  photos: '照片',
  photosNote: '可以不拍，最多 3 张。位置不会发出去。',
  photosAdd: '拍照或选照片',
  photoRemove: '删掉',
  photoRemoveLabel: (place: number) => `删掉第 ${place} 张照片`,
  photoLook: (place: number) => `看第 ${place} 张照片`,
  noPhoto: '有一张打不开，请换一张照片。',
  photosUnsent: '照片还没发出去。写的都留着，有网时再点提交。',
  send: '提交给社区',
  resend: '改好了，再次提交',
  promise: '社区五个工作日内答复。',
  draftKept: '上次没写完的还在，接着写吧。',
  draftForget: '不要草稿',
  sentBackBecause: (reason: string) => `退回的原因：${reason}`,
  nothingToMend: '这个需求现在不用改',
  nothingToMendText: '它的状态已经变了。',
  seeProject: '看看办到哪一步',
  wrong: {
    title: '写 2 到 40 个字',
    what: '写 5 到 1000 个字',
    where: '写 2 到 80 个字',
    kind: '选一类',
  },

  detail: '需求',
  filed: '交上去了，社区会答复您。',
  refiled: '又交上去了，社区会答复您。',
  story: '经过',
  answerBy: (when: string) => `社区 ${when}答复`,
  nextAnswer: '社区答复：受理，或退回并说明原因',
  yourTurn: '轮到您了',
  nextYours: '您修改后再交，或撤回',
  refile: '修改后再交',
  withdraw: '撤回需求',
  withdrawAsk: '撤回这个需求吗？',
  withdrawText: '撤回后社区不再办理，以后可以重新提。',
  keep: '先不撤',
  withdrawn: '撤回了。',
})
