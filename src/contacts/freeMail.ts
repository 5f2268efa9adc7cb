/** Domains that give anybody an address: an e-mail there says nothing about where its owner works. The large ones and those of Spain and Latin America. */
export const freeMailDomains: ReadonlySet<string> = new Set(
  `
gmail.com googlemail.com hotmail.com hotmail.es hotmail.co.uk hotmail.fr hotmail.it hotmail.de outlook.com outlook.es
outlook.com.br outlook.fr live.com live.com.mx live.com.ar live.co.uk live.fr live.nl msn.com passport.com
yahoo.com yahoo.es yahoo.com.mx yahoo.com.ar yahoo.com.br yahoo.com.co yahoo.co.uk yahoo.fr yahoo.it yahoo.de yahoo.co.in
ymail.com rocketmail.com icloud.com me.com mac.com aol.com proton.me protonmail.com pm.me tutanota.com tuta.com
gmx.com gmx.es gmx.de gmx.net web.de t-online.de mail.com mail.ru yandex.com yandex.ru inbox.com zoho.com zohomail.com
fastmail.com hushmail.com hey.com duck.com qq.com 163.com 126.com naver.com daum.net rediffmail.com
terra.es terra.com terra.com.br telefonica.net movistar.es ono.com wanadoo.es orange.es vodafone.es jazztel.es euskaltel.net
telecable.es ya.com mixmail.com correo.com latinmail.com prodigy.net.mx uol.com.br bol.com.br ig.com.br fibertel.com.ar
speedy.com.ar ciudad.com.ar arnet.com.ar adinet.com.uy vtr.net une.net.co etb.net.co libero.it virgilio.it tiscali.it alice.it
orange.fr wanadoo.fr free.fr laposte.net sfr.fr sapo.pt clix.pt btinternet.com comcast.net verizon.net att.net sbcglobal.net
bellsouth.net cox.net
`
    .trim()
    .split(/\s+/),
)
