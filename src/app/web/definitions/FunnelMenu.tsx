import { ActionIcon, Button, Menu, Stack } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconArrowLeft, IconArrowRight, IconDots, IconPencil, IconStar, IconTrash } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FormEnd } from '../../../ui/FormEnd.tsx'
import { useFunnelName } from '../funnelInView.ts'
import { inBoth } from '../inBoth.ts'
import classes from './definitions.module.css'
import { NamesInBoth } from './NamesInBoth.tsx'
import type { Definition } from './useDefinitions.ts'
import { useFunnelActs } from './useFunnelActs.ts'

type Props = { funnel: Definition; funnels: Definition[] }

export function FunnelMenu({ funnel, funnels }: Props) {
  const { t } = useTranslation()
  const nameOf = useFunnelName()
  const { makeMain, move, remove } = useFunnelActs(funnels)
  const [renaming, { open, close }] = useDisclosure()
  const place = funnels.indexOf(funnel)
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={t('funnels.more', { name: nameOf(funnel) })}>
            <IconDots size={16} stroke={1.8} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil size={15} aria-hidden />} onClick={open}>
            {t('funnels.rename')}
          </Menu.Item>
          {funnels.length > 1 && (
            <>
              <Menu.Item
                leftSection={<IconStar size={15} aria-hidden />}
                disabled={funnel.isMain}
                onClick={() => makeMain(funnel)}
              >
                {t('funnels.makeMain')}
              </Menu.Item>
              <Menu.Label className={classes.menuNote}>{t('funnels.makeMainAbout')}</Menu.Label>
              <Menu.Item
                leftSection={<IconArrowLeft size={15} aria-hidden />}
                disabled={place < 2}
                onClick={() => move(funnel, -1)}
              >
                {t('funnels.moveLeft')}
              </Menu.Item>
              <Menu.Item
                leftSection={<IconArrowRight size={15} aria-hidden />}
                disabled={funnel.isMain || place === funnels.length - 1}
                onClick={() => move(funnel, 1)}
              >
                {t('funnels.moveRight')}
              </Menu.Item>
              <Menu.Item
                color="red"
                leftSection={<IconTrash size={15} aria-hidden />}
                disabled={funnel.isMain}
                onClick={() => remove(funnel)}
              >
                {t('funnels.remove')}
              </Menu.Item>
              <Menu.Label className={classes.menuNote}>{t('funnels.removeAbout')}</Menu.Label>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {renaming && <Rename funnel={funnel} funnels={funnels} onClose={close} />}
    </>
  )
}

function Rename({ funnel, funnels, onClose }: Props & { onClose: () => void }) {
  const { t } = useTranslation()
  const nameOf = useFunnelName()
  const { rename } = useFunnelActs(funnels)
  const [name, setName] = useState(funnel.name.es ? funnel.name : { es: nameOf(funnel), en: nameOf(funnel) })
  const both = inBoth(name)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (both.es) rename(funnel, both, onClose)
  }
  return (
    <Dialog title={t('funnels.rename')} onClose={onClose}>
      <form onSubmit={submit}>
        <Stack>
          <NamesInBoth required autoFocus value={name} onChange={setName} />
          <FormEnd onClose={onClose}>
            <Button type="submit" disabled={!both.es}>
              {t('ui.save')}
            </Button>
          </FormEnd>
        </Stack>
      </form>
    </Dialog>
  )
}
