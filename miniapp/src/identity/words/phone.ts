import { table } from '../../platform/language'

/** A number for the case that a message does not reach me: what it is for stands before the consent to it. */
export const phoneWords = table('identity.phoneWords', {
  title: '社区找您的电话',
  why: '消息没送到您手机上，又快到预约的时间，或者预约有变动，社区就打这个电话。',
  promises: [
    '只用来打这种电话，不做别的，也不给别人。',
    '只有要打电话的社区工作人员看得到；谁看了，“谁看过我的事”里都记着。',
    '替家人约的，先打家人自己留的；家人没留，才打您的。',
    '随时能改、能收回，收回马上生效。',
  ],
  field: '您的电话',
  example: '比如：138 0000 1234',
  wrong: '手机 11 位；座机前面加区号',
  give: '同意这样用，留下号码',
  given: '社区打这个电话找您',
  givenOn: (when: string) => `${when} 留的`,
  other: '换一个号码',
  remove: '收回号码',
  removed: '号码收回了，社区再也看不到。',
  saved: '记下了。消息送不到的时候，社区打这个电话。',
  keep: '不换了',
})

/** 长辈版: one question. */
export const phoneElder = table('identity.phoneElder', {
  ask: '消息送不到，打哪个电话找您？',
  facts: ['只用来通知您预约的事，不给别人。', '谁看了您的号码，您都查得到。'],
  give: '就打这个，我同意',
  not: '不留电话',
  is: (phone: string) => `社区打 ${phone} 找您`,
  remove: '收回，不要打这个',
  back: '好，回去',
})
