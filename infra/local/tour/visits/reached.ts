/** How somebody is reached: the number that they leave for it. */
import { RESIDENT, type Visit } from './acts'

export const reached: readonly Visit[] = [
  { name: 'phone', who: RESIDENT, address: '/identity/pages/phone' },
  {
    name: 'phone-given',
    who: RESIDENT,
    address: '/identity/pages/phone',
    act: async ({ page, press, rest }) => {
      await page.getByRole('textbox').fill('138 0000 1234')
      await press(/同意/)
      await rest()
    },
  },
]
