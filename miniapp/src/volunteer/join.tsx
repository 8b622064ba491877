import { View } from '@tarojs/components'
import { Button, Card, Refusal, Stack } from '../ui'
import './join.css'
import { useRegister } from './use-volunteer'
import { words } from './words'

/** For who is no volunteer yet: one quiet card, one button. */
export function Join({ onJoined }: { onJoined: () => void }) {
  const registering = useRegister()
  const join = async () => {
    if (await registering.send({})) onJoined()
  }
  return (
    <Card>
      <Stack>
        <View>
          <View className="volunteer-join__title">{words.joinTitle}</View>
          <View className="volunteer-join__text">{words.joinText}</View>
        </View>
        {registering.problem && <Refusal problem={registering.problem} />}
        <Button kind="next" busy={registering.busy} onTap={join}>
          {words.join}
        </Button>
      </Stack>
    </Card>
  )
}
