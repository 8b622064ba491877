import { slice } from '../kernel/contract'
import type { NextAction } from '../kernel/problem'
import { AskPage } from '../kernel/shapes'
import { z } from '../kernel/zod'
import { deskEndpoints, deskErrors } from './contract/desk'
import { grantEndpoints, grantErrors } from './contract/grant'
import { phoneEndpoints, phoneErrors } from './contract/phone'
import { staffEndpoints, staffErrors } from './contract/staff'
import { teamEndpoints, teamErrors } from './contract/team'
import { AddPerson, AskCommunities, Community, Join, Me, Session, SetBorn, SetHome, SignIn } from './schema'
import { Looks } from './schema/look'

const enterAgain: NextAction = { do: 'retry', label: '再进入一次' }
/** The hotline of every city's government (国办发〔2020〕53号): whoever cannot enter has no community of ours to ring up. */
const hotline: NextAction = { do: 'call', label: '打 12345 问一问', phone: '12345' }

export const identity = slice(
  {
    'identity.code_invalid': {
      status: 400,
      title: '微信登录没有成功，请再点一次“进入”。',
      next: [enterAgain],
    },
    'identity.code_used': {
      status: 409,
      title: '这次登录已经用过了，请再点一次“进入”。',
      next: [enterAgain],
    },
    'identity.blocked': {
      status: 403,
      title: '微信判断这个账号有风险，不让它登录；可在微信里解除后再试，急事请打社区电话。',
      next: [hotline],
    },
    'identity.wechat_busy': { status: 429, title: '微信那边忙，请过一分钟再试。', next: [enterAgain] },
    'identity.wechat_down': {
      status: 503,
      title: '暂时连不上微信，请稍后再试；急事可打社区电话。',
      next: [enterAgain, hotline],
    },
    'identity.no_such_community': {
      status: 404,
      title: '还没有开通这个社区，请从列表里选一个。',
      next: [{ do: 'open', label: '看看开通的社区', page: '/identity/pages/join' }],
    },
    'identity.household_full': {
      status: 409,
      title: '家人最多登记 8 位，请先请社区工作者整理。',
      next: [{ do: 'open', label: '看看登记了谁', page: '/identity/tab/index' }],
    },
    'identity.born_in_future': { status: 400, title: '出生日期不能晚于今天，请改一下。' },
    ...deskErrors,
    ...grantErrors,
    ...phoneErrors,
    ...staffErrors,
    ...teamErrors,
  },
  {
    signIn: {
      method: 'POST',
      path: '/sessions',
      status: 201,
      access: 'anyone',
      summary: 'Exchange a wx.login code for our own token',
      input: SignIn,
      output: Session,
      errors: [
        'identity.code_invalid',
        'identity.code_used',
        'identity.blocked',
        'identity.wechat_busy',
        'identity.wechat_down',
      ],
    },
    communities: {
      method: 'GET',
      path: '/communities',
      status: 200,
      access: 'anyone',
      summary: 'Communities that use the service, to choose one’s own; all of them where no limit is said',
      input: AskCommunities,
      output: z.object({ communities: z.array(Community), cursor: z.optional(z.string()) }),
      errors: [],
    },
    me: {
      method: 'GET',
      path: '/me',
      status: 200,
      access: ['resident'],
      summary: 'My name, roles, community, home and household',
      input: z.strictObject({}),
      output: Me,
      errors: [],
    },
    join: {
      method: 'PUT',
      path: '/me/community',
      status: 200,
      access: ['resident'],
      summary: 'Say which community I live in; the answer brings a token with the new scope',
      input: Join,
      output: Session,
      errors: ['identity.no_such_community'],
    },
    setHome: {
      method: 'PUT',
      path: '/me/home',
      status: 200,
      access: ['resident'],
      summary: 'Set the doorstep that walking time is counted from',
      input: SetHome,
      output: Me,
      errors: [],
    },
    addPerson: {
      method: 'POST',
      path: '/me/people',
      status: 201,
      access: ['resident'],
      keyed: true,
      summary: 'Add a person of my household, to book for them',
      input: AddPerson,
      output: Me,
      errors: ['identity.household_full', 'identity.born_in_future'],
    },
    setBorn: {
      method: 'PUT',
      path: '/me/people/:personId/born',
      status: 200,
      access: ['resident'],
      summary: 'Say when I or a person of my household was born; year and month are enough',
      input: SetBorn,
      output: Me,
      errors: ['identity.born_in_future'],
    },
    looks: {
      method: 'GET',
      path: '/me/looks',
      status: 200,
      access: ['resident'],
      summary: 'Who of staff has looked at my cases, newest day first',
      input: AskPage,
      output: Looks,
      errors: [],
    },
    ...deskEndpoints,
    ...grantEndpoints,
    ...phoneEndpoints,
    ...staffEndpoints,
    ...teamEndpoints,
  },
)
