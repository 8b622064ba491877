import { View } from '@tarojs/components'
import { Qr } from '../../booking/qr'
import { useParams } from '../../platform/route'
import { useCopy } from '../../platform/use-copy'
import { isFresh } from '../../platform/use-query'
import { useRepeat } from '../../platform/use-repeat'
import { Button, Loaded, Notice } from '../../ui'
import { needing } from '../../ui/needing'
import '../sheet.css'
import { StaffScreen } from '../staff-screen'
import { useDoor } from '../use-sheet'
import { sheetWords as words } from '../words'

/** A little more often than the code changes. */
const EVERY_MS = 25_000

/** For a screen at the door of a place: whoever comes scans it. */
function DoorPage() {
  const { placeId = '' } = useParams()
  const query = useDoor(placeId)
  useRepeat(EVERY_MS, query.refresh)
  return (
    <StaffScreen title={words.door}>
      <Loaded query={query}>
        {({ placeName, code }) => (
          <View className="workbench-door">
            <View className="workbench-door__place">{words.doorOf(placeName)}</View>
            {isFresh(query) && <Qr text={code} label={words.doorQr(placeName)} />}
            <View className="workbench-door__how">{words.doorHow}</View>
            <View className="workbench-sheet__note">{words.doorText}</View>
            {SANDBOX && <CopyCode code={code} />}
          </View>
        )}
      </Loaded>
    </StaffScreen>
  )
}

/** Where nothing is real there is no camera to scan with either. */
function CopyCode({ code }: { code: string }) {
  const [copied, copy] = useCopy()
  return (
    <>
      <Button compact kind="bare" onTap={() => copy(code)}>
        {words.doorCopy}
      </Button>
      {copied && <Notice tone="green">{words.doorCopied}</Notice>}
    </>
  )
}

export default needing(['placeId'], DoorPage)
