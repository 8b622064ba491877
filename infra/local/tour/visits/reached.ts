/** How somebody is reached: the number that they leave for it. */
import { PARENT, RESIDENT, type Visit } from './acts'

export const reached: readonly Visit[] = [
  { name: 'phone', who: RESIDENT, address: '/identity/pages/phone' },
  {
    name: 'phone-given',
    who: PARENT,
    address: '/identity/pages/phone',
    act: async ({ page, press, see }) => {
      const box = page.getByRole('textbox')
      // On the walks after the first it is given already.
      if ((await box.count()) > 0) {
        await box.fill('138 0000 1234')
        await press(/同意|agree/)
      }
      await see(/138 0000 1234/)
    },
  },
]
