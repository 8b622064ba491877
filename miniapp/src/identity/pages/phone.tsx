import { View } from '@tarojs/components'
import { spokenPhone } from '@yike/shared/identity/rules'
import type { OwnPhone } from '@yike/shared/identity/schema/phone'
import { localDate } from '@yike/shared/kernel/time'
import { useComfort } from '../../platform/comfort'
import { now, spokenDay } from '../../platform/spoken'
import { Button, Facts, Loaded, Notice, Refusal, Screen, Stack } from '../../ui'
import { ElderPhone } from '../elder/phone'
import '../identity.css'
import { PhoneField } from '../phone-field'
import { useOwnPhone, usePhone } from '../use-phone'
import { phoneWords as words } from '../words/phone'

/** On which number the community may call me, and what for. */
export default function PhonePage() {
  const { elder } = useComfort()
  const phone = useOwnPhone()
  const Told = elder ? ElderPhone : Own
  return (
    <Screen title={elder ? undefined : words.title}>
      <Loaded query={phone}>{found => <Told own={found} onChanged={phone.refresh} />}</Loaded>
    </Screen>
  )
}

export interface PhoneProps {
  own: OwnPhone
  onChanged: () => Promise<void>
}

function Own({ own: { phone, givenAt }, onChanged }: PhoneProps) {
  const form = usePhone(onChanged)
  const isKept = phone && !form.isChanging
  return (
    <Stack>
      {form.said && <Notice tone="green">{form.said}</Notice>}
      {isKept ? (
        <View>
          <View>{words.given}</View>
          <View className="identity-title__name">{spokenPhone(phone)}</View>
          {givenAt && (
            <View className="identity-quiet">{words.givenOn(spokenDay(localDate(givenAt), now()))}</View>
          )}
        </View>
      ) : (
        <View>{words.why}</View>
      )}
      <Facts>{words.promises}</Facts>
      {!isKept && <PhoneField form={form} />}
      {form.problem && <Refusal problem={form.problem} />}
      {isKept ? (
        <>
          <Button kind="calm" onTap={form.giveOther}>
            {words.other}
          </Button>
          <Button kind="bare" busy={form.busy} onTap={form.remove}>
            {words.remove}
          </Button>
        </>
      ) : (
        <>
          <Button kind="next" busy={form.busy} onTap={form.give}>
            {words.give}
          </Button>
          {phone && (
            <Button kind="bare" onTap={form.keep}>
              {words.keep}
            </Button>
          )}
        </>
      )}
    </Stack>
  )
}
