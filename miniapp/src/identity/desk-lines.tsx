import Taro from '@tarojs/taro'
import { api } from '../platform/api'
import { useComfort } from '../platform/comfort'
import { deskKey } from '../platform/desk'
import { open } from '../platform/route'
import { session } from '../platform/session'
import { Answer, Button, Cell, Icon } from '../ui'
import { deskWords as words } from './words'

const onPhone = process.env.TARO_ENV === 'weapp'

/** Scans what a desk shows. Whoever looks away from the camera again stays where they were. */
async function scan(): Promise<void> {
  if (!onPhone) return open('/identity/pages/let-in')
  const { result } = await Taro.scanCode({ onlyFromCamera: true, scanType: ['qrCode'] }).catch(() => ({
    result: '',
  }))
  if (result) open('/identity/pages/let-in', { code: result })
}

/** For staff: letting a desk in, and ending it. */
export function DeskLines() {
  const { elder } = useComfort()
  const desks = () => open('/identity/pages/desks')
  if (elder)
    return (
      <>
        <Answer kind="row" icon="search" title={words.scan} onTap={scan} />
        <Answer kind="row" icon="settings" title={words.desks} onTap={desks} />
      </>
    )
  return (
    <>
      <Cell title={words.scan} note={words.scanText} lead={<Icon name="search" />} onTap={scan} />
      <Cell title={words.desks} note={words.desksText} lead={<Icon name="settings" />} onTap={desks} />
    </>
  )
}

/** At a desk that was let in by a phone: the way out, for whoever shares it. */
export function LeaveDesk() {
  const desk = onPhone ? null : deskKey.read()
  if (!desk) return null
  const leave = async () => {
    await api.identity.endDesk({ deskId: desk.deskId })
    session.leave()
  }
  return (
    <Button kind="bare" onTap={leave}>
      {words.leave}
    </Button>
  )
}
