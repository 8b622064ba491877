import { words as circle } from '../../circle/words'
import { neighbours } from '../../identity/neighbours'
import { doorstep } from '../../identity/use-identity'
import { useComfort } from '../../platform/comfort'
import { useParams } from '../../platform/route'
import { Screen } from '../../ui'
import { AskWhat } from '../elder/ask-what'
import { AskWho } from '../elder/ask-who'
import { words } from '../words'

/** 长辈版 books by questions: what, then for whom. The answer to the second one books. */
function AskPage() {
  const { placeId, offeringId, startAt } = useParams()
  const { elder } = useComfort()
  return (
    <Screen title={elder ? undefined : words.ask}>
      {placeId && offeringId && startAt ? (
        <AskWho placeId={placeId} offeringId={offeringId} startAt={startAt} />
      ) : (
        <AskWhat />
      )}
    </Screen>
  )
}

export default neighbours({ why: () => circle.newcomerText, from: doorstep }, AskPage)
