import { Group, Kbd, Modal, Stack, Switch, Text } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

/** One key (`n`), two in a row (`g c`) or a chord (`mod+k`); `label` is what it does, in the reader's words. */
export type Shortcut = {
  keys?: string
  label: string
  /** Found in the palette, by its label and by these words. */
  also?: string
  /** How often one does it: the palette offers what is done often first, what is done seldom last. */
  done?: 'often' | 'seldom'
  run: () => void
}

type Registry = { add(shortcut: Shortcut): () => void; show(): void }

const Shortcuts = createContext<Registry>({ add: () => () => {}, show: () => {} })
const Known = createContext<Shortcut[]>([])

/** Offers shortcuts while the component is on screen; those with keys are listed under `?`, those with `also` in the palette. */
export function useShortcuts(shortcuts: Shortcut[]) {
  const registry = useContext(Shortcuts)
  const latest = useRef(shortcuts)
  latest.current = shortcuts
  const shape = JSON.stringify(shortcuts)
  useEffect(() => {
    const removers = latest.current.map((shortcut, place) =>
      registry.add({ ...shortcut, run: () => latest.current[place]?.run() }),
    )
    return () => {
      for (const remove of removers) remove()
    }
  }, [registry, shape])
}

/** What the page on screen can do and the palette finds, by how often one does it. */
export const useOffered = (): Shortcut[] =>
  byHowOften(useContext(Known).filter(({ also }) => also !== undefined))

const order = { often: 0, usually: 1, seldom: 2 }

export const byHowOften = <T extends Pick<Shortcut, 'done'>>(shortcuts: T[]): T[] =>
  shortcuts.toSorted((a, b) => order[a.done ?? 'usually'] - order[b.done ?? 'usually'])

export const useShortcutList = (): (() => void) => useContext(Shortcuts).show

/** Listens to the keyboard for everything below. Keys without Ctrl or ⌘ can be turned off (WCAG 2.1.4). */
export function ShortcutsProvider({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  const [known, setKnown] = useState<Shortcut[]>([])
  const [shown, setShown] = useState(false)
  const [single, setSingle] = useLocalStorage({ key: 'embudo.single-keys', defaultValue: true })
  const registry = useMemo<Registry>(
    () => ({
      add(shortcut) {
        setKnown(list => [...list, shortcut])
        return () => setKnown(list => list.filter(each => each !== shortcut))
      },
      show: () => setShown(true),
    }),
    [],
  )
  const all = [{ keys: '?', label: t('ui.shortcuts.list'), run: () => setShown(true) }, ...known]
  useKeys(all, single)
  return (
    <Shortcuts.Provider value={registry}>
      <Known.Provider value={known}>{children}</Known.Provider>
      <Modal opened={shown} onClose={() => setShown(false)} title={t('ui.shortcuts.title')}>
        <Stack gap="xs">
          {all.map(
            ({ keys, label }) =>
              keys && (
                <Group key={keys + label} justify="space-between" wrap="nowrap">
                  <Text size="sm">{label}</Text>
                  <Keys keys={keys} />
                </Group>
              ),
          )}
          <Switch
            mt="sm"
            checked={single}
            onChange={event => setSingle(event.currentTarget.checked)}
            label={t('ui.shortcuts.single')}
          />
        </Stack>
      </Modal>
    </Shortcuts.Provider>
  )
}

/** The keys of a shortcut as caps, with ⌘ in place of Ctrl on Apple's machines. */
export function Keys({ keys, size = 'sm' }: { keys: string; size?: 'xs' | 'sm' }) {
  const names = keys.replace('mod', /Mac|iPhone|iPad/.test(navigator.platform) ? '⌘' : 'Ctrl').split(/[ +]/)
  return (
    <Group gap={4} wrap="nowrap">
      {names.map((name, place) => (
        <Kbd key={place} size={size}>
          {name.length === 1 && keys.includes('mod') ? name.toUpperCase() : name}
        </Kbd>
      ))}
    </Group>
  )
}

const pairTime = 1200

function useKeys(shortcuts: Shortcut[], single: boolean) {
  const latest = useRef({ shortcuts, single })
  latest.current = { shortcuts, single }
  useEffect(() => {
    let before = { key: '', at: 0 }
    function pressed(event: KeyboardEvent) {
      const chord = event.metaKey || event.ctrlKey
      if (event.altKey || (!chord && (isTyping(event.target) || !latest.current.single))) return
      const key = chord ? `mod+${event.key.toLowerCase()}` : event.key
      const pair = event.timeStamp - before.at < pairTime ? `${before.key} ${key}` : key
      before = { key, at: event.timeStamp }
      const { shortcuts } = latest.current
      const hit = shortcuts.find(each => each.keys === pair) ?? shortcuts.find(each => each.keys === key)
      if (!hit) return
      event.preventDefault()
      hit.run()
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [])
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName) ||
    target.closest('[role=dialog]') !== null)
