/**
 * Who works here. Posts are given by invitation: whoever answers for a region names the post, tells the code to one
 * person, and that person takes it up while signed in as themselves. The first supervisor of a street is invited by
 * whoever runs the service (`npm run invite`).
 */
import { Session } from '../schema'
import {
  AskStaff,
  EndPost,
  Invitation,
  InviteStaff,
  Member,
  OfferedPost,
  ReadInvitation,
  Staff,
} from '../schema/staff'

const toStaff = [{ do: 'open', label: '看看人员', page: '/workbench/pages/staff' }] as const

export const staffErrors = {
  'identity.invitation_wrong': {
    status: 404,
    title: '没有这个邀请码，请对一对，再填一次。',
    next: [{ do: 'retry', label: '再看一次' }],
  },
  'identity.invitation_ended': {
    status: 409,
    title: '这个邀请用过了或过期了，请对方再发一个。',
    next: [{ do: 'open', label: '看看我的身份', page: '/identity/tab/index' }],
  },
  'identity.has_post': {
    status: 409,
    title: '您已有岗位。要换，请先让街道结束原来的。',
    next: [{ do: 'open', label: '看看我的身份', page: '/identity/tab/index' }],
  },
  'identity.post_too_wide': {
    status: 400,
    title: '社区工作者管社区或街道，督导管街道及以上，请重选。',
  },
  'identity.own_post': { status: 409, title: '自己的岗位，请由同事或上级来结束。', staffNext: toStaff },
} as const

export const staffEndpoints = {
  staff: {
    method: 'GET',
    path: '/work/staff',
    status: 200,
    access: ['supervisor'],
    summary: 'Who has a post in a region of mine, and for which regions I can invite',
    input: AskStaff,
    output: Staff,
    errors: [],
  },
  inviteStaff: {
    method: 'POST',
    path: '/work/staff/invitations',
    status: 201,
    access: ['supervisor'],
    keyed: true,
    summary: 'A code for one person to take up a post within my region; good for a day and once',
    input: InviteStaff,
    output: Invitation,
    errors: ['identity.post_too_wide'],
  },
  endPost: {
    method: 'POST',
    path: '/work/staff/:residentId/end',
    status: 200,
    access: ['supervisor'],
    summary: 'End somebody’s post; their token opens nothing of it after a quarter of an hour at most',
    input: EndPost,
    output: Member,
    errors: ['identity.own_post'],
  },
  readInvitation: {
    method: 'POST',
    reads: true,
    path: '/invitations/read',
    status: 200,
    access: ['resident'],
    summary: 'Which post a code offers, to be looked at before saying yes',
    input: ReadInvitation,
    output: OfferedPost,
    errors: ['identity.invitation_wrong', 'identity.invitation_ended'],
  },
  takePost: {
    method: 'PUT',
    path: '/me/post',
    status: 200,
    access: ['resident'],
    summary:
      'Take up the post that a code offers; the answer brings a token with the new role. Twice is the same as once',
    input: ReadInvitation,
    output: Session,
    errors: ['identity.invitation_wrong', 'identity.invitation_ended', 'identity.has_post'],
  },
} as const
