import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { api } from './api.ts'

export type Upload = { file: File; sent: number }

/** Sends a file in pieces and has it read; gives how far it is, and the id of the import when it is done. */
export function useUpload(onDone: (id: string) => void) {
  const [upload, setUpload] = useState<Upload>()
  const cancelled = useRef(false)
  const mutation = useMutation({
    mutationFn: async (file: File) => {
      cancelled.current = false
      setUpload({ file, sent: 0 })
      const { id, pieceBytes } = await api.imports.create.call({ fileName: file.name, bytes: file.size })
      for (let sent = 0; sent < file.size; ) {
        if (cancelled.current) return discard(id)
        const body = new File([file.slice(sent, sent + pieceBytes)], file.name, {
          type: 'application/octet-stream',
        })
        sent = (await api.imports.addBytes.call({ params: { id, offset: sent }, body })).next
        setUpload({ file, sent })
      }
      await api.imports.finishUpload.call({ id })
      onDone(id)
    },
    onSettled: () => setUpload(undefined),
  })
  const cancel = () => {
    cancelled.current = true
  }
  return { upload, error: mutation.error, send: mutation.mutate, cancel }
}

async function discard(id: string) {
  await api.imports.remove.call({ id })
}
