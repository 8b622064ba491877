import { View } from '@tarojs/components'
import type { Grant } from '@yike/shared/identity/schema/grant'
import { useState } from 'react'
import { Qr } from '../../booking/qr'
import { open, openInstead } from '../../platform/route'
import { Answer, Facts, Notice, Question } from '../../ui'
import { Sure } from '../../ui/sure'
import { actsOf, otherOf, untilOf } from '../grant-line'
import { useEndGrant } from '../use-grant'
import { askWords } from '../words/elder'
import { grantWords as words } from '../words/grant'
import { ReadOut } from './code'
import './elder.css'

/** 长辈版: a code to be read out, four signs to a line; the picture of it has the page for itself. */
export function TellCode({ code }: { code: string }) {
  const [isScanned, setIsScanned] = useState(false)
  if (isScanned)
    return (
      <>
        <Question>{askWords.scan}</Question>
        <View className="identity-scan">
          <Qr text={code} label={words.qr} />
        </View>
        <Facts>{[words.waiting]}</Facts>
        <Answer icon="back" title={askWords.readInstead} onTap={() => setIsScanned(false)} />
      </>
    )
  return (
    <>
      <Question>{askWords.tell}</Question>
      <ReadOut code={code} />
      <Facts>{[askWords.tellWhere, askWords.tellLong, words.waiting]}</Facts>
      <Answer icon="people" title={askWords.scanInstead} onTap={() => setIsScanned(true)} />
    </>
  )
}

interface ElderGrantProps {
  grant: Grant
  onChanged: () => Promise<void>
}

/** 长辈版: how a grant stands, in sentences, and what can be done about it; its end is asked once more. */
export function ElderGrant({ grant, onChanged }: ElderGrantProps) {
  const { state, side, giver, holder, forName, grantId } = grant
  const [isEnding, setIsEnding] = useState(false)
  const ending = useEndGrant()
  const isGiven = side === 'given'
  const other = otherOf(grant)
  const end = async () => {
    if (!(await ending.send({ grantId }))) return
    await onChanged()
    setIsEnding(false)
  }
  if (isEnding)
    return (
      <Sure
        question={isGiven ? askWords.endAsk(other) : askWords.endHeldAsk(forName)}
        text={words.endText}
        yes={isGiven ? words.end : words.endHeld}
        no={words.keep}
        busy={ending.busy}
        problem={ending.problem}
        onYes={end}
        onNo={() => setIsEnding(false)}
      />
    )
  return (
    <>
      <Question>{other}</Question>
      {state === 'ended' && <Notice tone="quiet">{words.ended}</Notice>}
      {state === 'open' && isGiven && <Notice tone="green">{words.opened(other)}</Notice>}
      {state === 'taken' && <Notice tone="waiting">{words.taken(giver.name, holder?.number ?? '')}</Notice>}
      <Facts>{[forName !== giver.name && words.forWhom(forName), actsOf(grant), untilOf(grant)]}</Facts>
      {state === 'open' && !isGiven && (
        <Answer
          kind="next"
          icon="ticket"
          title={words.bookings}
          onTap={() => open('/booking/pages/family', { grantId, name: forName })}
        />
      )}
      {state !== 'ended' && (
        <Answer icon="cross" title={isGiven ? words.end : words.endHeld} onTap={() => setIsEnding(true)} />
      )}
      {state === 'ended' && isGiven && (
        <Answer
          kind="next"
          icon="people"
          title={words.another}
          onTap={() => openInstead('/identity/pages/grant-offer')}
        />
      )}
    </>
  )
}
