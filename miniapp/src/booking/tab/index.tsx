import { Empty, Screen } from '../../ui'

export default function Tab() {
  return (
    <Screen>
      <Empty title="我的预约" icon="calendar" />
    </Screen>
  )
}
