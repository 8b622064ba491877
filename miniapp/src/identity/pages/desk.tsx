import { View } from '@tarojs/components'
import { DESK_CODE_MINUTES } from '@yike/shared/identity/schema/desk'
import { Qr } from '../../booking/qr'
import { useCopy } from '../../platform/use-copy'
import { Button, Empty, Failure, Notice, QuarterRing, Screen, Skeleton } from '../../ui'
import '../desk.css'
import '../identity.css'
import { useDeskCode } from '../use-desk'
import { deskWords as words } from '../words'

/** A desk in the browser that wants in: shows a code for the phone of somebody of staff. */
export default function DeskPage() {
  const { code, end, problem, secondsLeft, askAnew } = useDeskCode()
  return (
    <Screen title={words.title} door>
      {problem && <Failure problem={problem} onRetry={askAnew} />}
      {!problem && !code && <Skeleton lines={3} />}
      {end && (
        <Empty
          title={words[end]}
          icon={end === 'over' ? 'clock' : 'cross'}
          action={{ label: words.another, onTap: askAnew }}
        />
      )}
      {code && !end && (
        <View className="identity-desk">
          <View className="identity-desk__how">{words.how}</View>
          <Qr text={code.code} label={words.qr(code.number)} />
          <View className="identity-quiet">{words.number}</View>
          <View className="identity-desk__number">{code.number}</View>
          <View className="identity-desk__left">
            <QuarterRing minutes={secondsLeft} of={DESK_CODE_MINUTES * 60} size={28} />
            {words.left(Math.floor(secondsLeft / 60), secondsLeft % 60)}
          </View>
          <Notice tone="quiet">{words.waiting}</Notice>
          {SANDBOX && <CopyCode code={code.code} />}
          <Button compact kind="bare" onTap={askAnew}>
            {words.another}
          </Button>
          <View className="identity-quiet">{words.staffOnly}</View>
        </View>
      )}
    </Screen>
  )
}

/** Where nothing is real there is no camera to scan with either. */
function CopyCode({ code }: { code: string }) {
  const [copied, copy] = useCopy()
  return (
    <>
      <Button compact kind="bare" onTap={() => copy(code)}>
        {words.copy}
      </Button>
      {copied && <Notice tone="green">{words.copied}</Notice>}
    </>
  )
}
