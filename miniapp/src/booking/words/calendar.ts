import { table } from '../../platform/language'

export const calendarWords = table('booking.calendarWords', {
  open: '全都放进我的日历',
  title: '日历链接',
  what: '在手机或电脑的日历里点“添加订阅”。贴上链接，预约自己出现。改了、取消了也跟着变。',
  private: '谁有链接，谁就看得到您约在哪里、几点。不要发给别人。',
  make: '做一个链接',
  again: '换新的，旧的作废',
  end: '停用',
  madeAt: (when: string) => `有一个链接在用，${when}做的。出于安全，链接只显示一次。`,
  yours: '您的链接，复制下来：',
  copy: '复制链接',
  copied: '复制好了，去日历里贴上。',
  ended: '停用了，日历不会再收到您的预约。',
})
