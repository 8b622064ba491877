/**
 * Signing in at a desk by a code that one’s phone scans, in the manner of RFC 8628 (device authorization): the desk
 * asks and shows the code, the phone confirms, the desk takes its session.
 */
import { AskPage } from '../../kernel/shapes'
import { Session } from '../schema'
import {
  AskDesk,
  Desk,
  DeskCode,
  Desks,
  EndDesk,
  RefusedDesk,
  RenewDesk,
  ScanDesk,
  ScannedDesk,
  TakeDesk,
  TakenDesk,
} from '../schema/desk'

/** The desk shows another code, the phone scans it. */
const newCode = {
  next: [{ do: 'retry', label: '换一个新码' }],
  staffNext: [{ do: 'open', label: '再扫一次', page: '/identity/tab/index' }],
} as const

export const deskErrors = {
  'identity.desk_code_wrong': { status: 400, title: '这不是登录工作台的码，请扫电脑上显示的码。' },
  'identity.desk_code_expired': {
    status: 409,
    title: '这个码过了两分钟，请在电脑上换一个新的。',
    ...newCode,
  },
  'identity.desk_code_used': { status: 409, title: '这个码已经用过了，请在电脑上换一个新的。', ...newCode },
  'identity.desk_code_refused': {
    status: 409,
    title: '手机上选了“不登录”，这个码不能再用。请在电脑上换一个新的。',
    ...newCode,
  },
  'identity.desk_by_phone_only': {
    status: 403,
    title: '请用手机上的小程序确认登录。',
    staffNext: [{ do: 'open', label: '回到待办', page: '/workbench/pages/queue' }],
  },
} as const

export const deskEndpoints = {
  askDesk: {
    method: 'POST',
    reads: true,
    path: '/desks',
    status: 201,
    access: 'anyone',
    summary: 'A code for this desk to show; good for two minutes and one sign-in. Nothing is written yet',
    input: AskDesk,
    output: DeskCode,
    errors: [],
  },
  scanDesk: {
    method: 'POST',
    reads: true,
    path: '/desks/scan',
    status: 200,
    access: ['worker', 'supervisor'],
    summary: 'Which desk a scanned code belongs to, to be looked at before confirming',
    input: ScanDesk,
    output: ScannedDesk,
    errors: [
      'identity.desk_code_wrong',
      'identity.desk_code_expired',
      'identity.desk_code_used',
      'identity.desk_code_refused',
    ],
  },
  confirmDesk: {
    method: 'POST',
    path: '/desks/confirm',
    status: 200,
    access: ['worker', 'supervisor'],
    summary: 'Let the desk in as me; confirming twice is the same as once',
    input: ScanDesk,
    output: Desk,
    errors: [
      'identity.desk_code_wrong',
      'identity.desk_code_expired',
      'identity.desk_code_used',
      'identity.desk_code_refused',
      'identity.desk_by_phone_only',
    ],
  },
  refuseDesk: {
    method: 'POST',
    path: '/desks/refuse',
    status: 200,
    access: ['worker', 'supervisor'],
    summary:
      'The desk is not mine: its code lets nobody in from now on; refusing twice is the same as once, and what was let in stays',
    input: ScanDesk,
    output: RefusedDesk,
    errors: ['identity.desk_code_wrong', 'identity.desk_code_expired', 'identity.desk_code_used'],
  },
  takeDesk: {
    method: 'POST',
    path: '/desks/take',
    status: 200,
    access: 'anyone',
    summary: 'At the desk: the session that the phone has confirmed, once; null until it has',
    input: TakeDesk,
    output: TakenDesk,
    errors: [
      'identity.desk_code_wrong',
      'identity.desk_code_expired',
      'identity.desk_code_used',
      'identity.desk_code_refused',
    ],
  },
  renewDesk: {
    method: 'POST',
    path: '/desks/renew',
    status: 200,
    access: 'anyone',
    summary: 'At the desk: a new token while the session lasts; 404 once it was ended',
    input: RenewDesk,
    output: Session,
    errors: [],
  },
  desks: {
    method: 'GET',
    path: '/me/desks',
    status: 200,
    access: ['resident'],
    summary: 'Desks that I have let in, newest first',
    input: AskPage,
    output: Desks,
    errors: [],
  },
  endDesk: {
    method: 'POST',
    path: '/me/desks/:deskId/end',
    status: 200,
    access: ['resident'],
    summary: 'End the session of a desk of mine; its token opens nothing from then on',
    input: EndDesk,
    output: Desk,
    errors: [],
  },
} as const
