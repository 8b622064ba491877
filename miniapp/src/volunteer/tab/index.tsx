import { Empty, Screen } from '../../ui'

export default function Tab() {
  return (
    <Screen>
      <Empty title="志愿任务" icon="volunteer" />
    </Screen>
  )
}
