import { spokenPhone } from '@yike/shared/identity/rules'
import { goBack } from '../../platform/route'
import { Answer, Facts, Notice, Question, Refusal } from '../../ui'
import type { PhoneProps } from '../pages/phone'
import { PhoneField } from '../phone-field'
import { usePhone } from '../use-phone'
import { phoneElder as elderWords, phoneWords as words } from '../words/phone'

/** 长辈版: one question, on which number; or what was answered, and the way to take it back. */
export function ElderPhone({ own: { phone }, onChanged }: PhoneProps) {
  const form = usePhone(onChanged)
  if (phone && !form.isChanging)
    return (
      <>
        <Question>{elderWords.is(spokenPhone(phone))}</Question>
        {form.said && <Notice tone="green">{form.said}</Notice>}
        {form.problem && <Refusal problem={form.problem} />}
        <Answer kind="next" icon="check" title={elderWords.back} onTap={goBack} />
        <Answer icon="call" title={words.other} onTap={form.giveOther} />
        <Answer icon="cross" title={elderWords.remove} busy={form.busy} onTap={form.remove} />
      </>
    )
  return (
    <>
      <Question>{phone ? words.other : elderWords.ask}</Question>
      {form.said && <Notice tone="green">{form.said}</Notice>}
      <PhoneField form={form} />
      <Facts>{elderWords.facts}</Facts>
      {form.problem && <Refusal problem={form.problem} />}
      <Answer kind="next" icon="check" title={elderWords.give} busy={form.busy} onTap={form.give} />
      {phone ? (
        <Answer icon="back" title={words.keep} disabled={form.busy} onTap={form.keep} />
      ) : (
        <Answer icon="back" title={elderWords.not} disabled={form.busy} onTap={goBack} />
      )}
    </>
  )
}
