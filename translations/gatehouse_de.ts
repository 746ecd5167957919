<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AccessWords</name>
    <message>
        <source> or </source>
        <comment>between groups, one of which is enough</comment>
        <translation> oder </translation>
    </message>
    <message>
        <source>denied, presents no credential for %1</source>
        <translation>verweigert, legt keine Zugangsdaten für %1 vor</translation>
    </message>
    <message>
        <source>denied, the acl asks who calls</source>
        <translation>verweigert, das acl fragt, wer aufruft</translation>
    </message>
    <message>
        <source>denied, needs group %1 and a credential for %2</source>
        <translation>verweigert, braucht Gruppe %1 und Zugangsdaten für %2</translation>
    </message>
    <message>
        <source>denied, needs group %1</source>
        <translation>verweigert, braucht Gruppe %1</translation>
    </message>
    <message>
        <source>denied, is in group %1 and has no credential for %2</source>
        <translation>verweigert, ist in Gruppe %1 und hat keine Zugangsdaten für %2</translation>
    </message>
    <message>
        <source>denied, the acl denies group %1</source>
        <translation>verweigert, das acl weist Gruppe %1 ab</translation>
    </message>
    <message>
        <source>allowed, as the anonymous consumer</source>
        <translation>erlaubt, als anonymer Consumer</translation>
    </message>
    <message>
        <source>allowed, by %1</source>
        <translation>erlaubt, durch %1</translation>
    </message>
    <message>
        <source>would be allowed but has no credential for %1</source>
        <translation>wäre erlaubt, hat aber keine Zugangsdaten für %1</translation>
    </message>
    <message>
        <source>public, as the anonymous consumer</source>
        <translation>öffentlich, als anonymer Consumer</translation>
    </message>
    <message>
        <source>public, no plugin asks who calls</source>
        <translation>öffentlich, kein Plugin fragt, wer aufruft</translation>
    </message>
    <message>
        <source>denied, the anonymous consumer that its plugin names does not exist</source>
        <translation>verweigert, den anonymen Consumer, den das Plugin nennt, gibt es nicht</translation>
    </message>
    <message>
        <source>denied like everybody: the acl asks who calls, and no plugin recognises anybody</source>
        <translation>verweigert wie allen: das acl fragt, wer aufruft, und kein Plugin erkennt jemanden</translation>
    </message>
    <message>
        <source>no data, no request is routed there</source>
        <translation>keine Daten, keine Anfrage wird dorthin geleitet</translation>
    </message>
    <message>
        <source>the acl of route %1</source>
        <translation>acl der Route %1</translation>
    </message>
    <message>
        <source>the acl for everything</source>
        <translation>acl für alles</translation>
    </message>
    <message>
        <source>the acl of service %1</source>
        <translation>acl des Service %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weiterer</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; and %n more route(s)</source>
        <translation>
            <numerusform>%1; und %n weitere Route</numerusform>
            <numerusform>%1; und %n weitere Routes</numerusform>
        </translation>
    </message>
    <message>
        <source>allowed</source>
        <translation>erlaubt</translation>
    </message>
    <message>
        <source>denied</source>
        <translation>verweigert</translation>
    </message>
    <message>
        <source>no credential</source>
        <translation>keine Zugangsdaten</translation>
    </message>
    <message>
        <source>public</source>
        <translation>öffentlich</translation>
    </message>
    <message>
        <source>nobody gets in</source>
        <translation>niemand kommt durch</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>keine Daten</translation>
    </message>
    <message>
        <source>allow</source>
        <translation>allow</translation>
    </message>
    <message>
        <source>deny</source>
        <translation>deny</translation>
    </message>
    <message>
        <source>not named</source>
        <translation>nicht genannt</translation>
    </message>
    <message>
        <source>no acl</source>
        <translation>kein acl</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>allowed but cannot authenticate</source>
        <translation>erlaubt, kann sich aber nicht ausweisen</translation>
    </message>
    <message>
        <source>(anonymous)</source>
        <translation>(anonym)</translation>
    </message>
    <message>
        <source>%1, %2: allow, the acl lets this group through</source>
        <translation>%1, %2: allow, das acl lässt diese Gruppe durch</translation>
    </message>
    <message>
        <source>%1, %2: deny, the acl shuts this group out</source>
        <translation>%1, %2: deny, das acl sperrt diese Gruppe aus</translation>
    </message>
    <message>
        <source>%1, %2: the acl does not name this group</source>
        <translation>%1, %2: das acl nennt diese Gruppe nicht</translation>
    </message>
    <message>
        <source>%1, %2: no acl runs there</source>
        <translation>%1, %2: dort läuft kein acl</translation>
    </message>
    <message>
        <source>%1, %2: no request is routed there</source>
        <translation>%1, %2: keine Anfrage wird dorthin geleitet</translation>
    </message>
    <message>
        <source>Add %1 to group %2</source>
        <translation>%1 zur Gruppe %2 hinzufügen</translation>
    </message>
    <message>
        <source>Take %1 out of group %2</source>
        <translation>%1 aus der Gruppe %2 nehmen</translation>
    </message>
    <message>
        <source>Allow group %1 alone by %2</source>
        <translation>Nur Gruppe %1 zulassen (%2)</translation>
    </message>
    <message>
        <source>Add group %1 to the allow list of %2</source>
        <translation>Gruppe %1 in die allow-Liste aufnehmen (%2)</translation>
    </message>
    <message>
        <source>Take group %1 off the allow list of %2</source>
        <translation>Gruppe %1 aus der allow-Liste nehmen (%2)</translation>
    </message>
    <message>
        <source>Deny group %1 alone by %2</source>
        <translation>Nur Gruppe %1 abweisen (%2)</translation>
    </message>
    <message>
        <source>Add group %1 to the deny list of %2</source>
        <translation>Gruppe %1 in die deny-Liste aufnehmen (%2)</translation>
    </message>
    <message>
        <source>Take group %1 off the deny list of %2</source>
        <translation>Gruppe %1 aus der deny-Liste nehmen (%2)</translation>
    </message>
    <message>
        <source>Switch off %1, which denies nobody else</source>
        <translation>%1 ausschalten; es weist sonst niemanden ab</translation>
    </message>
    <message>
        <source>This alone does not let it in: it has no credential either.</source>
        <translation>Das allein genügt nicht: es fehlen auch Zugangsdaten.</translation>
    </message>
    <message>
        <source>Also gets in: %1</source>
        <translation>Kommt auch durch: %1</translation>
    </message>
    <message>
        <source>No longer gets in: %1</source>
        <translation>Kommt nicht mehr durch: %1</translation>
    </message>
    <message>
        <source>Nobody gains or loses access.</source>
        <translation>Niemand gewinnt oder verliert Zugang.</translation>
    </message>
    <message>
        <source>Nobody else gets in.</source>
        <translation>Sonst kommt niemand durch.</translation>
    </message>
    <message>
        <source>There are too many consumers and routes to look at all of them.</source>
        <translation>Es gibt zu viele Consumers und Routes, um alle anzusehen.</translation>
    </message>
</context>
<context>
    <name>AnswerBand</name>
    <message>
        <source>aborted</source>
        <translation>abgebrochen</translation>
    </message>
</context>
<context>
    <name>CertificateFacts</name>
    <message>
        <source>⛔ %1 (expired)</source>
        <translation>⛔ %1 (abgelaufen)</translation>
    </message>
</context>
<context>
    <name>CertificateFiles</name>
    <message>
        <source>The key in %1 cannot be read: %2.</source>
        <translation>Der Schlüssel in %1 ist nicht lesbar: %2.</translation>
    </message>
    <message>
        <source>The key in %1 does not belong to the certificate in %2.</source>
        <translation>Der Schlüssel in %1 gehört nicht zum Zertifikat in %2.</translation>
    </message>
    <message>
        <source>The key in %1 belongs to none of the certificates.</source>
        <translation>Der Schlüssel in %1 gehört zu keinem der Zertifikate.</translation>
    </message>
    <message>
        <source>The key of the certificate in %1 is not among the files.</source>
        <translation>Der Schlüssel zum Zertifikat in %1 ist nicht unter den Dateien.</translation>
    </message>
</context>
<context>
    <name>DroppedFiles</name>
    <message>
        <source>Import an OpenAPI description: a preview comes first</source>
        <translation>OpenAPI-Beschreibung importieren: zuerst kommt eine Vorschau</translation>
    </message>
    <message>
        <source>New certificate; its key comes next</source>
        <translation>Neues Zertifikat; danach kommt sein Schlüssel</translation>
    </message>
    <message>
        <source>New certificate with its key</source>
        <translation>Neues Zertifikat mit seinem Schlüssel</translation>
    </message>
    <message>
        <source>New CA certificate</source>
        <translation>Neues CA-Zertifikat</translation>
    </message>
    <message>
        <source>Key of a certificate</source>
        <translation>Schlüssel zu einem Zertifikat</translation>
    </message>
    <message>
        <source>Open these files as one configuration</source>
        <translation>Diese Dateien als eine Konfiguration öffnen</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message numerus="yes">
        <source>%n new certificate(s) with their keys</source>
        <translation>
            <numerusform>%n neues Zertifikat mit seinem Schlüssel</numerusform>
            <numerusform>%n neue Zertifikate mit ihren Schlüsseln</numerusform>
        </translation>
    </message>
    <message>
        <source>New certificate from %1; its passphrase is asked for</source>
        <translation>Neues Zertifikat aus %1; nach der Passphrase wird gefragt</translation>
    </message>
    <message>
        <source>Show the requests of %1</source>
        <translation>Anfragen aus %1 zeigen</translation>
    </message>
    <message numerus="yes">
        <source>%n new certificates; their passphrases are asked for</source>
        <translation>
            <numerusform>%n neues Zertifikat; nach seiner Passphrase wird gefragt</numerusform>
            <numerusform>%n neue Zertifikate; nach ihren Passphrasen wird gefragt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show the requests of %n files</source>
        <translation>
            <numerusform>Anfragen aus %n Datei zeigen</numerusform>
            <numerusform>Anfragen aus %n Dateien zeigen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EditMenu</name>
    <message>
        <source>&amp;New row</source>
        <translation>&amp;Neue Zeile</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>&amp;Duplizieren</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>&amp;Enable or disable</source>
        <translation>&amp;Ein- oder ausschalten</translation>
    </message>
    <message>
        <source>Add a &amp;tag…</source>
        <translation>&amp;Tag hinzufügen …</translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>&amp;Copy as YAML</source>
        <translation>Als &amp;YAML kopieren</translation>
    </message>
    <message>
        <source>Copy as c&amp;url</source>
        <translation>Als c&amp;url kopieren</translation>
    </message>
    <message>
        <source>Copy as &amp;Admin API call</source>
        <translation>Als &amp;Admin-API-Aufruf kopieren</translation>
    </message>
    <message>
        <source>Copy na&amp;me</source>
        <translation>Na&amp;men kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;id</source>
        <translation>&amp;ID kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste YAML</source>
        <translation>YAML ein&amp;fügen</translation>
    </message>
    <message>
        <source>Mo&amp;ve to service…</source>
        <translation>&amp;Verschieben zu Service …</translation>
    </message>
    <message>
        <source>Add to &amp;group…</source>
        <translation>Zu &amp;Gruppe hinzufügen …</translation>
    </message>
    <message>
        <source>Move to &amp;file…</source>
        <translation>In &amp;Datei verschieben …</translation>
    </message>
    <message>
        <source>Move to another &amp;scope…</source>
        <translation>In andere &amp;Geltung verschieben …</translation>
    </message>
    <message>
        <source>C&amp;opy to another scope…</source>
        <translation>In andere Geltung k&amp;opieren …</translation>
    </message>
    <message>
        <source>Tr&amp;y it…</source>
        <translation>Ausp&amp;robieren …</translation>
    </message>
    <message>
        <source>Send re&amp;quest as…</source>
        <translation>Anfrage &amp;senden als …</translation>
    </message>
    <message>
        <source>Attac&amp;h a plugin…</source>
        <translation>&amp;Plugin anhängen …</translation>
    </message>
    <message>
        <source>Sho&amp;w its traffic</source>
        <translation>Verkehr &amp;zeigen</translation>
    </message>
</context>
<context>
    <name>EntityColumns</name>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Services</translation>
    </message>
    <message>
        <source>A service is an upstream that requests are passed on to. There is none yet.</source>
        <translation>Ein Service ist ein Ziel, an das Anfragen weitergereicht werden. Noch gibt es keinen.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>Routes</source>
        <translation>Routes</translation>
    </message>
    <message>
        <source>Plugins</source>
        <translation>Plugins</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>A route says which requests go to which service. There is none yet.</source>
        <translation>Eine Route sagt, welche Anfragen an welchen Service gehen. Noch gibt es keine.</translation>
    </message>
    <message>
        <source>Methods</source>
        <translation>Methoden</translation>
    </message>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>Trifft zu auf</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Own plugins</source>
        <translation>Eigene Plugins</translation>
    </message>
    <message>
        <source>Evaluation order</source>
        <translation>Auswertung</translation>
    </message>
    <message>
        <source>Consumers</source>
        <translation>Consumers</translation>
    </message>
    <message>
        <source>A consumer is somebody who calls your services. There is none yet.</source>
        <translation>Ein Consumer ist jemand, der Ihre Services aufruft. Noch gibt es keinen.</translation>
    </message>
    <message>
        <source>Username</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>Custom ID</source>
        <translation>Eigene ID</translation>
    </message>
    <message>
        <source>Credentials</source>
        <translation>Zugangsdaten</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>Plugins authenticate, limit and log requests. There is none yet.</source>
        <translation>Plugins erkennen Aufrufer, begrenzen und protokollieren Anfragen. Noch gibt es keines.</translation>
    </message>
    <message>
        <source>Plugin</source>
        <translation>Plugin</translation>
    </message>
    <message>
        <source>Applies to</source>
        <translation>Gilt für</translation>
    </message>
    <message>
        <source>In short</source>
        <translation>In Kürze</translation>
    </message>
    <message>
        <source>Instance</source>
        <translation>Instanz</translation>
    </message>
    <message>
        <source>active</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>passive</source>
        <translation>passiv</translation>
    </message>
    <message>
        <source>Upstreams</source>
        <translation>Upstreams</translation>
    </message>
    <message>
        <source>An upstream spreads the requests of a service over several targets. There is none yet.</source>
        <translation>Ein Upstream verteilt die Anfragen eines Service auf mehrere Targets. Noch gibt es keinen.</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Targets</translation>
    </message>
    <message>
        <source>Algorithm</source>
        <translation>Algorithmus</translation>
    </message>
    <message>
        <source>Health checks</source>
        <translation>Gesundheitsprüfungen</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Zertifikate</translation>
    </message>
    <message>
        <source>A certificate answers TLS connections for its server names. There is none yet; the gateway answers with one of its own.</source>
        <translation>Ein Zertifikat beantwortet TLS-Verbindungen zu seinen Servernamen. Noch gibt es keines; das Gateway antwortet mit einem eigenen.</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Inhaber</translation>
    </message>
    <message>
        <source>Names in it</source>
        <translation>Namen darin</translation>
    </message>
    <message>
        <source>SNIs</source>
        <translation>SNIs</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Gültig bis</translation>
    </message>
    <message>
        <source>Client certificate of</source>
        <translation>Client-Zertifikat von</translation>
    </message>
    <message>
        <source>CA certificates</source>
        <translation>CA-Zertifikate</translation>
    </message>
    <message>
        <source>A CA certificate says whom to trust when services are called over TLS. There is none yet.</source>
        <translation>Ein CA-Zertifikat sagt, wem beim Aufruf von Services über TLS vertraut wird. Noch gibt es keines.</translation>
    </message>
    <message>
        <source>Key sets</source>
        <translation>Schlüsselsätze</translation>
    </message>
    <message>
        <source>A key set holds public keys under one name. There is none yet.</source>
        <translation>Ein Schlüsselsatz fasst öffentliche Schlüssel unter einem Namen zusammen. Noch gibt es keinen.</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>A key is kept as PEM or JWK for plugins that ask for it. There is none yet.</source>
        <translation>Ein Schlüssel liegt als PEM oder JWK für Plugins bereit, die ihn brauchen. Noch gibt es keinen.</translation>
    </message>
    <message>
        <source>Key ID</source>
        <translation>Schlüssel-ID</translation>
    </message>
    <message>
        <source>Key set</source>
        <translation>Schlüsselsatz</translation>
    </message>
    <message>
        <source>Vaults</source>
        <translation>Vaults</translation>
    </message>
    <message>
        <source>A vault is where {vault://…} references are looked up. There is none yet.</source>
        <translation>In einem Vault werden Verweise der Form {vault://…} nachgeschlagen. Noch gibt es keinen.</translation>
    </message>
    <message>
        <source>Prefix</source>
        <translation>Präfix</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>5 min</source>
        <translation>5 min</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>p95 upstream</source>
        <translation>p95 Upstream</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Zuletzt gesehen</translation>
    </message>
    <message>
        <source>Denied</source>
        <translation>Verweigert</translation>
    </message>
    <message>
        <source>self-signed</source>
        <translation>selbst unterschrieben</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Aussteller</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
</context>
<context>
    <name>Explanation</name>
    <message>
        <source>{count} s</source>
        <translation>{count} s</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} min</translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation>{count} h</translation>
    </message>
    <message>
        <source>{count} days</source>
        <translation>{count} Tage</translation>
    </message>
    <message>
        <source>nobody was recognised; it goes on as the anonymous consumer {consumer}</source>
        <translation>niemand wurde erkannt; es geht als anonymer Consumer {consumer} weiter</translation>
    </message>
    <message>
        <source>consumer {consumer}</source>
        <translation>Consumer {consumer}</translation>
    </message>
    <message>
        <source>the token does not expire</source>
        <translation>das Token läuft nicht ab</translation>
    </message>
    <message>
        <source>the token expires in {time}</source>
        <translation>das Token läuft in {time} ab</translation>
    </message>
    <message>
        <source>the token expired {time} ago</source>
        <translation>das Token ist vor {time} abgelaufen</translation>
    </message>
    <message>
        <source>{who}, key {key}; {expiry}</source>
        <translation>{who}, Schlüssel {key}; {expiry}</translation>
    </message>
    <message>
        <source>no token came with the request</source>
        <translation>mit der Anfrage kam kein Token</translation>
    </message>
    <message>
        <source>the token names the key {key}, which no credential has</source>
        <translation>das Token nennt den Schlüssel {key}, den niemand hat</translation>
    </message>
    <message>
        <source>the token is not signed with the secret of the credential {key}</source>
        <translation>das Token ist nicht mit dem Geheimnis von {key} unterschrieben</translation>
    </message>
    <message>
        <source>the algorithm of the token is not that of the credential {key}</source>
        <translation>der Algorithmus des Tokens ist nicht der von {key}</translation>
    </message>
    <message>
        <source>{who}, by the key in {name}</source>
        <translation>{who}, durch den Schlüssel in {name}</translation>
    </message>
    <message>
        <source>no key came with the request</source>
        <translation>mit der Anfrage kam kein Schlüssel</translation>
    </message>
    <message>
        <source>the key in {name} is nobody&apos;s</source>
        <translation>der Schlüssel in {name} gehört niemandem</translation>
    </message>
    <message>
        <source>nobody was recognised before it; it needs an authentication plugin</source>
        <translation>vorher wurde niemand erkannt; es braucht ein Plugin, das Aufrufer erkennt</translation>
    </message>
    <message>
        <source>the consumer is in no group; allowed: {list}</source>
        <translation>der Consumer ist in keiner Gruppe; erlaubt: {list}</translation>
    </message>
    <message>
        <source>the consumer is in no group; denied: {list}</source>
        <translation>der Consumer ist in keiner Gruppe; verweigert: {list}</translation>
    </message>
    <message>
        <source>no group of the consumer ({groups}) is allowed ({list})</source>
        <translation>keine Gruppe des Consumers ({groups}) ist erlaubt ({list})</translation>
    </message>
    <message>
        <source>groups of the consumer: {groups}; allowed: {list}</source>
        <translation>Gruppen des Consumers: {groups}; erlaubt: {list}</translation>
    </message>
    <message>
        <source>a group of the consumer ({groups}) is denied ({list})</source>
        <translation>eine Gruppe des Consumers ({groups}) ist verweigert ({list})</translation>
    </message>
    <message>
        <source>no group of the consumer ({groups}) is denied ({list})</source>
        <translation>keine Gruppe des Consumers ({groups}) ist verweigert ({list})</translation>
    </message>
    <message>
        <source>{limits} before it, counted by {who}</source>
        <translation>{limits}, vor dieser Anfrage und je {who}</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>nicht erreicht</translation>
    </message>
    <message>
        <source>let it pass</source>
        <translation>ließ sie durch</translation>
    </message>
    <message>
        <source>{status} &quot;{message}&quot;</source>
        <translation>{status} &quot;{message}&quot;</translation>
    </message>
    <message>
        <source>answered {answer}</source>
        <translation>antwortete {answer}</translation>
    </message>
    <message>
        <source>{reason} → {answer}</source>
        <translation>{reason} → {answer}</translation>
    </message>
    <message>
        <source>{route}: its snis do not fit</source>
        <translation>{route}: ihre SNIs passen nicht</translation>
    </message>
    <message>
        <source>{route}: its methods do not fit</source>
        <translation>{route}: ihre Methoden passen nicht</translation>
    </message>
    <message>
        <source>{route}: its hosts do not fit</source>
        <translation>{route}: ihre Hosts passen nicht</translation>
    </message>
    <message>
        <source>{route}: its headers do not fit</source>
        <translation>{route}: ihre Header passen nicht</translation>
    </message>
    <message>
        <source>{route}: its paths do not fit</source>
        <translation>{route}: ihre Pfade passen nicht</translation>
    </message>
    <message>
        <source>{sentence}; 1 other route considered</source>
        <translation>{sentence}; 1 weitere Route geprüft</translation>
    </message>
    <message>
        <source>{sentence}; {count} other routes considered</source>
        <translation>{sentence}; {count} weitere Routes geprüft</translation>
    </message>
    <message>
        <source>{route} fits</source>
        <translation>{route} passt</translation>
    </message>
    <message>
        <source>{route} fits, by its path {path}</source>
        <translation>{route} passt, durch ihren Pfad {path}</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Route</translation>
    </message>
    <message>
        <source>{count} more are not listed</source>
        <translation>{count} weitere sind nicht aufgeführt</translation>
    </message>
    <message>
        <source>{sentence}, but only takes HTTPS</source>
        <translation>{sentence}, nimmt aber nur HTTPS an</translation>
    </message>
    <message>
        <source>no route fits this request</source>
        <translation>keine Route passt zu dieser Anfrage</translation>
    </message>
    <message>
        <source>not looked for; the request itself was refused</source>
        <translation>nicht gesucht; die Anfrage selbst wurde abgelehnt</translation>
    </message>
    <message>
        <source>not looked for</source>
        <translation>nicht gesucht</translation>
    </message>
    <message>
        <source>{address} did not answer in time</source>
        <translation>{address} antwortete nicht rechtzeitig</translation>
    </message>
    <message>
        <source>{address} could not be reached, or its answer was broken</source>
        <translation>{address} war nicht erreichbar, oder die Antwort war fehlerhaft</translation>
    </message>
    <message>
        <source>{address} was asked</source>
        <translation>{address} wurde gefragt</translation>
    </message>
    <message>
        <source>{sentence} ({count} times)</source>
        <translation>{sentence} ({count}-mal)</translation>
    </message>
    <message>
        <source>Upstream</source>
        <translation>Upstream</translation>
    </message>
    <message>
        <source>not contacted</source>
        <translation>nicht angesprochen</translation>
    </message>
    <message>
        <source>not contacted; there is no address to send it to</source>
        <translation>nicht angesprochen; es gibt keine Adresse dafür</translation>
    </message>
    <message>
        <source>{address} answered {status}</source>
        <translation>{address} antwortete {status}</translation>
    </message>
    <message>
        <source>{sentence}; {count} tries</source>
        <translation>{sentence}; {count} Versuche</translation>
    </message>
    <message>
        <source>{count} ms</source>
        <translation>{count} ms</translation>
    </message>
    <message>
        <source>&lt; 1 µs</source>
        <translation>&lt; 1 µs</translation>
    </message>
    <message>
        <source>{count} µs</source>
        <translation>{count} µs</translation>
    </message>
    <message>
        <source>{used} of {limit} used in this second</source>
        <translation>{used} von {limit} in dieser Sekunde verbraucht</translation>
    </message>
    <message>
        <source>{used} of {limit} used in this minute</source>
        <translation>{used} von {limit} in dieser Minute verbraucht</translation>
    </message>
    <message>
        <source>{used} of {limit} used in this hour</source>
        <translation>{used} von {limit} in dieser Stunde verbraucht</translation>
    </message>
    <message>
        <source>{used} of {limit} used on this day</source>
        <translation>{used} von {limit} an diesem Tag verbraucht</translation>
    </message>
    <message>
        <source>{used} of {limit} used in this month</source>
        <translation>{used} von {limit} in diesem Monat verbraucht</translation>
    </message>
    <message>
        <source>{used} of {limit} used in this year</source>
        <translation>{used} von {limit} in diesem Jahr verbraucht</translation>
    </message>
</context>
<context>
    <name>HealthPresets</name>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Targets are never probed and never taken out; every target gets its share.</source>
        <translation>Targets werden nie geprüft und nie herausgenommen; jedes bekommt seinen Anteil.</translation>
    </message>
    <message>
        <source>Gentle</source>
        <translation>Sanft</translation>
    </message>
    <message>
        <source>Every target is probed each 30 s. Five failed requests or three failed probes in a row take it out, two good probes bring it back.</source>
        <translation>Jedes Target wird alle 30 s geprüft. Fünf fehlgeschlagene Anfragen oder drei Prüfungen in Folge nehmen es heraus, zwei gute Prüfungen bringen es zurück.</translation>
    </message>
    <message>
        <source>Aggressive</source>
        <translation>Streng</translation>
    </message>
    <message>
        <source>Every target is probed each 5 s. Two failed requests or one failed probe take it out, one good probe brings it back.</source>
        <translation>Jedes Target wird alle 5 s geprüft. Zwei fehlgeschlagene Anfragen oder eine Prüfung nehmen es heraus, eine gute Prüfung bringt es zurück.</translation>
    </message>
</context>
<context>
    <name>Inspect</name>
    <message>
        <source>its SNIs are others</source>
        <translation>ihre SNIs sind andere</translation>
    </message>
    <message>
        <source>its methods are others</source>
        <translation>ihre Methoden sind andere</translation>
    </message>
    <message>
        <source>its hosts are others</source>
        <translation>ihre Hosts sind andere</translation>
    </message>
    <message>
        <source>its headers are others</source>
        <translation>ihre Header sind andere</translation>
    </message>
    <message>
        <source>its paths are others</source>
        <translation>ihre Pfade sind andere</translation>
    </message>
    <message>
        <source>public: no plugin asks who calls</source>
        <translation>öffentlich: kein Plugin fragt, wer aufruft</translation>
    </message>
    <message>
        <source>as the anonymous consumer</source>
        <translation>als anonymer Consumer</translation>
    </message>
    <message>
        <source>the anonymous consumer does not exist</source>
        <translation>den anonymen Consumer gibt es nicht</translation>
    </message>
    <message>
        <source>%1: has no such credential</source>
        <translation>%1: hat keine solchen Zugangsdaten</translation>
    </message>
    <message>
        <source>acl: needs %1</source>
        <translation>acl: braucht %1</translation>
    </message>
    <message>
        <source>acl: denies %1</source>
        <translation>acl: verweigert %1</translation>
    </message>
    <message>
        <source>acl: no plugin recognises who calls</source>
        <translation>acl: kein Plugin erkennt, wer aufruft</translation>
    </message>
    <message>
        <source>any path</source>
        <translation>jeder Pfad</translation>
    </message>
    <message>
        <source>host %1</source>
        <translation>Host %1</translation>
    </message>
    <message>
        <source>path %1 (regex)</source>
        <translation>Pfad %1 (regulärer Ausdruck)</translation>
    </message>
    <message>
        <source>path %1 (prefix)</source>
        <translation>Pfad %1 (Präfix)</translation>
    </message>
    <message>
        <source>it is tried later</source>
        <translation>sie wird später versucht</translation>
    </message>
    <message>
        <source>answered with %1: the route is for https only</source>
        <translation>wird mit %1 beantwortet: die Route ist nur für https</translation>
    </message>
    <message>
        <source>the route has no service: nothing is passed on</source>
        <translation>die Route hat keinen Service: nichts wird weitergereicht</translation>
    </message>
</context>
<context>
    <name>JwtWords</name>
    <message>
        <source>The token can be read</source>
        <translation>Das Token ist lesbar</translation>
    </message>
    <message>
        <source>It names its credential (%1)</source>
        <translation>Es nennt seine Zugangsdaten (%1)</translation>
    </message>
    <message>
        <source>A credential has that key</source>
        <translation>Zugangsdaten mit diesem Schlüssel gibt es</translation>
    </message>
    <message>
        <source>Its algorithm is that of the credential</source>
        <translation>Sein Algorithmus ist der der Zugangsdaten</translation>
    </message>
    <message>
        <source>The credential has a usable key</source>
        <translation>Die Zugangsdaten haben einen brauchbaren Schlüssel</translation>
    </message>
    <message>
        <source>The signature is right</source>
        <translation>Die Signatur stimmt</translation>
    </message>
    <message>
        <source>The claims that the plugin verifies hold</source>
        <translation>Die Claims, die das Plugin prüft, stimmen</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>erfüllt</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>nicht erreicht</translation>
    </message>
    <message>
        <source>No jwt plugin runs on this route: it does not look at tokens.</source>
        <translation>Auf dieser Route läuft kein jwt-Plugin: sie sieht Token nicht an.</translation>
    </message>
    <message>
        <source>Accepted: the request comes from %1.</source>
        <translation>Angenommen: die Anfrage kommt von %1.</translation>
    </message>
    <message>
        <source>Refused with %1: %2</source>
        <translation>Abgelehnt mit %1: %2</translation>
    </message>
    <message>
        <source>Did you mean the key %1 of %2? The token has %3.</source>
        <translation>Meinten Sie den Schlüssel %1 von %2? Das Token hat %3.</translation>
    </message>
    <message>
        <source>The claim %1 has the key of a credential, but the plugin looks at %2 (key_claim_name).</source>
        <translation>Der Claim %1 hat den Schlüssel von Zugangsdaten, aber das Plugin sieht auf %2 (key_claim_name).</translation>
    </message>
    <message>
        <source>It was signed with the secret decoded from base64, but the plugin takes the secret as it stands: switch secret_is_base64 on, or sign with the text.</source>
        <translation>Es wurde mit dem aus Base64 dekodierten Geheimnis unterschrieben, aber das Plugin nimmt das Geheimnis, wie es dasteht: secret_is_base64 einschalten oder mit dem Text unterschreiben.</translation>
    </message>
    <message>
        <source>It was signed with the secret as it stands, but the plugin decodes it from base64: switch secret_is_base64 off, or sign with what it decodes to.</source>
        <translation>Es wurde mit dem Geheimnis unterschrieben, wie es dasteht, aber das Plugin dekodiert es aus Base64: secret_is_base64 ausschalten oder mit dem dekodierten Wert unterschreiben.</translation>
    </message>
    <message>
        <source>The token says %1, the credential %2.</source>
        <translation>Das Token sagt %1, die Zugangsdaten %2.</translation>
    </message>
    <message numerus="yes">
        <source>It is a matter of %n second(s): do the clocks agree? The gateway allows no difference.</source>
        <translation>
            <numerusform>Es geht um %n Sekunde: stimmen die Uhren überein? Das Gateway lässt keinen Unterschied zu.</numerusform>
            <numerusform>Es geht um %n Sekunden: stimmen die Uhren überein? Das Gateway lässt keinen Unterschied zu.</numerusform>
        </translation>
    </message>
    <message>
        <source>The plugin lets such a request pass as its anonymous consumer, %1.</source>
        <translation>Das Plugin lässt eine solche Anfrage als seinen anonymen Consumer durch, %1.</translation>
    </message>
</context>
<context>
    <name>Pkcs12</name>
    <message>
        <source>The file cannot be read: %1.</source>
        <translation>Die Datei ist nicht lesbar: %1.</translation>
    </message>
    <message>
        <source>This is no PKCS #12 file.</source>
        <translation>Das ist keine PKCS-#12-Datei.</translation>
    </message>
    <message>
        <source>The passphrase is wrong.</source>
        <translation>Die Passphrase ist falsch.</translation>
    </message>
</context>
<context>
    <name>PlaceDialog</name>
    <message>
        <source>Add to a group</source>
        <translation>Zu einer Gruppe hinzufügen</translation>
    </message>
    <message>
        <source>Move to a service</source>
        <translation>Zu einem Service verschieben</translation>
    </message>
    <message>
        <source>Copy to another scope</source>
        <translation>In andere Geltung kopieren</translation>
    </message>
    <message>
        <source>Move to another scope</source>
        <translation>In andere Geltung verschieben</translation>
    </message>
    <message>
        <source>Group:</source>
        <translation>Gruppe:</translation>
    </message>
    <message>
        <source>To:</source>
        <translation>Nach:</translation>
    </message>
</context>
<context>
    <name>PluginGallery</name>
    <message>
        <source>Authentication</source>
        <translation>Aufrufer erkennen</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Traffic control</source>
        <translation>Verkehr lenken</translation>
    </message>
    <message>
        <source>Transformation</source>
        <translation>Umformen</translation>
    </message>
    <message>
        <source>Logging and monitoring</source>
        <translation>Protokollieren und überwachen</translation>
    </message>
    <message>
        <source>Serverless</source>
        <translation>Serverlos</translation>
    </message>
</context>
<context>
    <name>PluginSummary</name>
    <message>
        <source>%1 a second</source>
        <translation>%1 je Sekunde</translation>
    </message>
    <message>
        <source>%1 a minute</source>
        <translation>%1 je Minute</translation>
    </message>
    <message>
        <source>%1 an hour</source>
        <translation>%1 je Stunde</translation>
    </message>
    <message>
        <source>%1 a day</source>
        <translation>%1 je Tag</translation>
    </message>
    <message>
        <source>%1 a month</source>
        <translation>%1 je Monat</translation>
    </message>
    <message>
        <source>%1 a year</source>
        <translation>%1 je Jahr</translation>
    </message>
    <message>
        <source>%1, per %2</source>
        <translation>%1, je %2</translation>
    </message>
    <message>
        <source>all but %1</source>
        <translation>alle außer %1</translation>
    </message>
    <message>
        <source>only %1</source>
        <translation>nur %1</translation>
    </message>
    <message>
        <source>consumer by claim %1</source>
        <translation>Consumer nach Claim %1</translation>
    </message>
    <message>
        <source>consumer by claim %1, checks %2</source>
        <translation>Consumer nach Claim %1, prüft %2</translation>
    </message>
    <message>
        <source>route %1</source>
        <translation>Route %1</translation>
    </message>
    <message>
        <source>service %1</source>
        <translation>Service %1</translation>
    </message>
    <message>
        <source>consumer %1</source>
        <translation>Consumer %1</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>key in %1</source>
        <translation>Schlüssel in %1</translation>
    </message>
    <message>
        <source>answers %1</source>
        <translation>antwortet %1</translation>
    </message>
    <message>
        <source>origins %1</source>
        <translation>Origins %1</translation>
    </message>
    <message>
        <source>kept, not executed here</source>
        <translation>bleibt erhalten, läuft hier nicht</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
</context>
<context>
    <name>RecordedRequests</name>
    <message>
        <source>The file cannot be read: %1.</source>
        <translation>Die Datei ist nicht lesbar: %1.</translation>
    </message>
    <message>
        <source>Cannot read %1: %2</source>
        <translation>%1 ist nicht lesbar: %2</translation>
    </message>
    <message>
        <source>The file is larger than %1 MiB.</source>
        <translation>Die Datei ist größer als %1 MiB.</translation>
    </message>
    <message>
        <source>There is no request in %1.</source>
        <translation>In %1 steht keine Anfrage.</translation>
    </message>
</context>
<context>
    <name>Requests</name>
    <message>
        <source>line %1, column %2: %3</source>
        <translation>Zeile %1, Spalte %2: %3</translation>
    </message>
    <message>
        <source>the URL looks like http://localhost:8000/path</source>
        <translation>die URL muss die Form http://localhost:8000/path haben</translation>
    </message>
    <message>
        <source>the URL names a user; give credentials as a consumer or in a header</source>
        <translation>die URL nennt einen Benutzer; Zugangsdaten als Consumer oder in einem Header angeben</translation>
    </message>
    <message>
        <source>a header looks like “name: value”, not “%1: %2”</source>
        <translation>ein Header hat die Form „Name: Wert“, nicht „%1: %2“</translation>
    </message>
    <message>
        <source>“%1” is no method</source>
        <translation>„%1“ ist keine Methode</translation>
    </message>
    <message>
        <source>“%1” is a text</source>
        <translation>„%1“ muss ein Text sein</translation>
    </message>
    <message>
        <source>“headers” is a list of “name: value”</source>
        <translation>„headers“ muss eine Liste von „Name: Wert“ sein</translation>
    </message>
    <message>
        <source>a header looks like “name: value”; put it in quotes</source>
        <translation>ein Header hat die Form „Name: Wert“; in Anführungszeichen setzen</translation>
    </message>
    <message>
        <source>“expect” knows “status” and “route”, not “%1”</source>
        <translation>„expect“ kennt „status“ und „route“, nicht „%1“</translation>
    </message>
    <message>
        <source>“status” is a number from 100 to 599</source>
        <translation>„status“ muss eine Zahl von 100 bis 599 sein</translation>
    </message>
    <message>
        <source>a request is a map with “name” and “url”</source>
        <translation>eine Anfrage muss eine Abbildung mit „name“ und „url“ sein</translation>
    </message>
    <message>
        <source>the request has no “url”</source>
        <translation>die Anfrage hat keine „url“</translation>
    </message>
    <message>
        <source>“requests” is a list</source>
        <translation>„requests“ muss eine Liste sein</translation>
    </message>
    <message>
        <source>the file is a map with “requests”</source>
        <translation>die Datei muss eine Abbildung mit „requests“ sein</translation>
    </message>
    <message>
        <source>jwt: %1 has no jwt credential</source>
        <translation>jwt: %1 hat keinen JWT-Zugang</translation>
    </message>
    <message>
        <source>jwt: the private key of %1 is not in the configuration; make a token with &apos;gatehousectl jwt mint&apos; and give it in a header</source>
        <translation>jwt: der private Schlüssel von %1 steht nicht in der Konfiguration; ein Token mit &apos;gatehousectl jwt mint&apos; erzeugen und in einem Header angeben</translation>
    </message>
    <message>
        <source>jwt: tokens are taken from cookies only; give one in a header</source>
        <translation>jwt: Token werden nur aus Cookies genommen; eines in einem Header angeben</translation>
    </message>
    <message>
        <source>jwt: the request has its own %1</source>
        <translation>jwt: die Anfrage bringt %1 selbst mit</translation>
    </message>
    <message>
        <source>jwt: a token of %1 with the key %2</source>
        <translation>jwt: ein Token von %1 mit dem Schlüssel %2</translation>
    </message>
    <message>
        <source>key-auth: %1 has no key</source>
        <translation>key-auth: %1 hat keinen Schlüssel</translation>
    </message>
    <message>
        <source>key-auth: the request has its own %1</source>
        <translation>key-auth: die Anfrage bringt %1 selbst mit</translation>
    </message>
    <message>
        <source>key-auth: keys are taken from bodies only; give one in the body</source>
        <translation>key-auth: Schlüssel werden nur aus dem Body genommen; einen im Body angeben</translation>
    </message>
    <message>
        <source>key-auth: a key of %1 in %2</source>
        <translation>key-auth: ein Schlüssel von %1 in %2</translation>
    </message>
    <message>
        <source>basic-auth: only a hash of the password of %1 is kept; give the credentials in a header</source>
        <translation>basic-auth: vom Passwort von %1 ist nur ein Hash gespeichert; die Zugangsdaten in einem Header angeben</translation>
    </message>
    <message>
        <source>There is no consumer &apos;%1&apos;.</source>
        <translation>Den Consumer &apos;%1&apos; gibt es nicht.</translation>
    </message>
    <message>
        <source>no route fits, so no credentials are needed</source>
        <translation>keine Route passt, also sind keine Zugangsdaten nötig</translation>
    </message>
    <message>
        <source>no plugin on the route %1 asks who the client is</source>
        <translation>kein Plugin auf der Route %1 fragt, wer der Client ist</translation>
    </message>
    <message>
        <source>no plugin on the route %1 asks for this credential</source>
        <translation>kein Plugin auf der Route %1 fragt nach diesen Zugangsdaten</translation>
    </message>
    <message>
        <source>this is not HTTP</source>
        <translation>das ist kein HTTP</translation>
    </message>
    <message>
        <source>it took too long</source>
        <translation>es dauerte zu lange</translation>
    </message>
    <message>
        <source>No answer from %1:%2: %3</source>
        <translation>Keine Antwort von %1:%2: %3</translation>
    </message>
    <message>
        <source>the status is %1, not %2</source>
        <translation>der Status ist %1, nicht %2</translation>
    </message>
    <message>
        <source>the answer does not tell its route, which should be %1</source>
        <translation>die Antwort nennt ihre Route nicht; es sollte %1 sein</translation>
    </message>
    <message>
        <source>no route took it, not %1</source>
        <translation>keine Route nahm sie an, auch nicht %1</translation>
    </message>
    <message>
        <source>the route is %1, not %2</source>
        <translation>die Route ist %1, nicht %2</translation>
    </message>
</context>
<context>
    <name>Revisions</name>
    <message>
        <source>The revision %1 is not there any more.</source>
        <translation>Die Fassung %1 gibt es nicht mehr.</translation>
    </message>
</context>
<context>
    <name>RowMoves</name>
    <message>
        <source>service “%1”</source>
        <translation>Service „%1“</translation>
    </message>
    <message>
        <source>route “%1”</source>
        <translation>Route „%1“</translation>
    </message>
    <message>
        <source>consumer “%1”</source>
        <translation>Consumer „%1“</translation>
    </message>
    <message>
        <source>%1 “%2”</source>
        <translation>%1 „%2“</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>Move %1 to %2</source>
        <translation>%1 verschieben zu %2</translation>
    </message>
    <message>
        <source>Add %1 to group “%2”</source>
        <translation>%1 zur Gruppe „%2“ hinzufügen</translation>
    </message>
    <message>
        <source>Copy %1 to %2</source>
        <translation>%1 kopieren zu %2</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>TokenTimes</name>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>expired %1 ago</source>
        <translation>vor %1 abgelaufen</translation>
    </message>
    <message>
        <source>expires in %1</source>
        <translation>läuft in %1 ab</translation>
    </message>
    <message>
        <source>valid since %1</source>
        <translation>seit %1 gültig</translation>
    </message>
    <message>
        <source>not valid for another %1</source>
        <translation>erst in %1 gültig</translation>
    </message>
    <message>
        <source>issued %1 ago</source>
        <translation>vor %1 ausgestellt</translation>
    </message>
    <message>
        <source>issued %1 in the future</source>
        <translation>%1 in der Zukunft ausgestellt</translation>
    </message>
</context>
<context>
    <name>TrafficDetail</name>
    <message>
        <source>the client</source>
        <translation>den Client</translation>
    </message>
    <message>
        <source>acl turned it away: the groups of %1 are not admitted on this route.</source>
        <translation>acl wies sie ab: die Gruppen von %1 sind auf dieser Route nicht zugelassen.</translation>
    </message>
    <message>
        <source>acl turned it away: nobody was recognised before it. It needs an authentication plugin.</source>
        <translation>acl wies sie ab: vorher wurde niemand erkannt. Es braucht ein Plugin, das Aufrufer erkennt.</translation>
    </message>
    <message>
        <source>rate-limiting turned it away: a limit that counts for %1 is used up. See Rate limits.</source>
        <translation>rate-limiting wies sie ab: ein Limit für %1 ist verbraucht. Siehe Limits.</translation>
    </message>
    <message>
        <source>jwt turned it away: there was no token, or none that is valid.</source>
        <translation>jwt wies sie ab: es kam kein Token, oder kein gültiges.</translation>
    </message>
    <message>
        <source>key-auth turned it away: there was no key, or none that is known.</source>
        <translation>key-auth wies sie ab: es kam kein Schlüssel, oder kein bekannter.</translation>
    </message>
    <message>
        <source>The plugin %1 answered instead of the service.</source>
        <translation>Das Plugin %1 antwortete anstelle des Service.</translation>
    </message>
    <message>
        <source>The service %1 answered.</source>
        <translation>Der Service %1 antwortete.</translation>
    </message>
    <message>
        <source>No route matches this method, host and path.</source>
        <translation>Keine Route passt zu Methode, Host und Pfad.</translation>
    </message>
    <message>
        <source>The request was not well-formed, or not allowed at all.</source>
        <translation>Die Anfrage war nicht wohlgeformt oder überhaupt nicht erlaubt.</translation>
    </message>
    <message>
        <source>The route only takes HTTPS.</source>
        <translation>Die Route nimmt nur HTTPS an.</translation>
    </message>
    <message>
        <source>The client went away before it had its answer.</source>
        <translation>Der Client ging, bevor er seine Antwort hatte.</translation>
    </message>
    <message>
        <source>The service %1 did not answer in time.</source>
        <translation>Der Service %1 antwortete nicht rechtzeitig.</translation>
    </message>
    <message>
        <source>The service %1 could not be reached, or its answer was broken.</source>
        <translation>Der Service %1 war nicht erreichbar, oder seine Antwort war fehlerhaft.</translation>
    </message>
    <message>
        <source>The gateway could not pass the request on.</source>
        <translation>Das Gateway konnte die Anfrage nicht weiterreichen.</translation>
    </message>
    <message>
        <source>Select a request to see what happened to it; W goes from the list to the reasons.</source>
        <translation>Wählen Sie eine Anfrage, um zu sehen, was mit ihr geschah; W führt von der Liste zu den Gründen.</translation>
    </message>
    <message>
        <source>The gateway answered itself; its log does not say which part of it.</source>
        <translation>Das Gateway hat selbst geantwortet; sein Log sagt nicht, welcher Teil davon.</translation>
    </message>
    <message>
        <source>The file does not say who answered.</source>
        <translation>Die Datei sagt nicht, wer geantwortet hat.</translation>
    </message>
    <message>
        <source>Service %1   ·   client %2   ·   %3 bytes</source>
        <translation>Service %1   ·   Client %2   ·   %3 Bytes</translation>
    </message>
    <message>
        <source>configuration r%1</source>
        <translation>Konfiguration r%1</translation>
    </message>
</context>
<context>
    <name>TrafficFilter</name>
    <message>
        <source>&quot;%1&quot; needs a number</source>
        <translation>&quot;%1&quot; braucht eine Zahl</translation>
    </message>
    <message>
        <source>the quote before &quot;%1&quot; has no end</source>
        <translation>das Anführungszeichen vor &quot;%1&quot; hat kein Ende</translation>
    </message>
    <message>
        <source>a &quot;)&quot; has no &quot;(&quot; before it</source>
        <translation>vor einer &quot;)&quot; fehlt die &quot;(&quot;</translation>
    </message>
    <message>
        <source>something is missing at the end</source>
        <translation>am Ende fehlt etwas</translation>
    </message>
    <message>
        <source>there is nothing before &quot;%1&quot;</source>
        <translation>vor &quot;%1&quot; steht nichts</translation>
    </message>
    <message>
        <source>the parentheses are nested too deeply</source>
        <translation>die Klammern sind zu tief geschachtelt</translation>
    </message>
    <message>
        <source>a &quot;(&quot; has no &quot;)&quot; after it</source>
        <translation>nach einer &quot;(&quot; fehlt die &quot;)&quot;</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not known; ~u, ~m and ~c are</source>
        <translation>&quot;%1&quot; ist nicht bekannt; bekannt sind ~u, ~m und ~c</translation>
    </message>
    <message>
        <source>a value is missing after &quot;%1&quot;</source>
        <translation>nach &quot;%1&quot; fehlt ein Wert</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no regular expression: %2</source>
        <translation>&quot;%1&quot; ist kein regulärer Ausdruck: %2</translation>
    </message>
</context>
<context>
    <name>admin</name>
    <message>
        <source>Load a configuration through the Admin API</source>
        <translation>Konfiguration über die Admin API laden</translation>
    </message>
</context>
<context>
    <name>declarative</name>
    <message>
        <source>Cannot read %1: %2</source>
        <translation>%1 ist nicht lesbar: %2</translation>
    </message>
    <message>
        <source>Cannot write %1: %2</source>
        <translation>%1 ist nicht schreibbar: %2</translation>
    </message>
    <message>
        <source>the document is no map of sections such as &apos;services&apos;</source>
        <translation>das Dokument ist keine Abbildung von Abschnitten wie &apos;services&apos;</translation>
    </message>
    <message>
        <source>the document is nested too deeply in things that are unknown</source>
        <translation>das Dokument ist zu tief in Unbekanntem verschachtelt</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not known; it is kept but has no effect</source>
        <translation>&apos;%1&apos; ist nicht bekannt; es bleibt erhalten, wirkt aber nicht</translation>
    </message>
    <message>
        <source>the key &apos;%1&apos; is not known; it is kept but has no effect</source>
        <translation>der Schlüssel &apos;%1&apos; ist nicht bekannt; er bleibt erhalten, wirkt aber nicht</translation>
    </message>
    <message>
        <source>%1 has no value.</source>
        <translation>%1 hat keinen Wert.</translation>
    </message>
    <message>
        <source>the files together are larger than one file may be</source>
        <translation>die Dateien zusammen sind größer, als eine Datei sein darf</translation>
    </message>
    <message>
        <source>it is declared first in %1</source>
        <translation>es steht zuerst in %1</translation>
    </message>
    <message>
        <source>the value must be the same in all files; it is another one in %1</source>
        <translation>der Wert muss in allen Dateien derselbe sein; in %1 ist er ein anderer</translation>
    </message>
</context>
<context>
    <name>export</name>
    <message>
        <source>Some secrets cannot be written like this.</source>
        <translation>Einige Geheimnisse lassen sich so nicht schreiben.</translation>
    </message>
    <message>
        <source>%1: decK has no place for them</source>
        <translation>%1: dafür hat decK keinen Platz</translation>
    </message>
    <message>
        <source>only its hash is known, and decK needs the password itself</source>
        <translation>nur der Hash ist bekannt, und decK braucht das Passwort selbst</translation>
    </message>
    <message>
        <source>Kong would take a reference literally as the secret</source>
        <translation>Kong nähme einen Verweis wörtlich als das Geheimnis</translation>
    </message>
    <message>
        <source>%1 exists already.</source>
        <translation>%1 gibt es schon.</translation>
    </message>
    <message>
        <source>Cannot make the folder %1.</source>
        <translation>Der Ordner %1 lässt sich nicht anlegen.</translation>
    </message>
</context>
<context>
    <name>gatehouse::AccessDetail</name>
    <message>
        <source>Open the plugin</source>
        <translation>Plugin öffnen</translation>
    </message>
    <message>
        <source>Open the consumer</source>
        <translation>Consumer öffnen</translation>
    </message>
    <message>
        <source>Show traffic</source>
        <translation>Verkehr zeigen</translation>
    </message>
    <message>
        <source>Do it</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>&amp;Change access:</source>
        <translation>Zugang &amp;ändern:</translation>
    </message>
    <message>
        <source>Ways to change access</source>
        <translation>Wege, den Zugang zu ändern</translation>
    </message>
    <message>
        <source>Choose a cell to see what decides it.</source>
        <translation>Zelle wählen, um zu sehen, was über sie entscheidet.</translation>
    </message>
    <message>
        <source>Add a credential for %1</source>
        <translation>Zugangsdaten für %1 hinzufügen</translation>
    </message>
</context>
<context>
    <name>gatehouse::AccessModel</name>
    <message>
        <source>%1 (before: %2)</source>
        <translation>%1 (vorher: %2)</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1: %2 of %3 consumers can call it</source>
        <translation>%1: %2 von %3 Consumers dürfen sie aufrufen</translation>
    </message>
    <message>
        <source>in no group</source>
        <translation>in keiner Gruppe</translation>
    </message>
    <message>
        <source>in the groups %1</source>
        <translation>in den Gruppen %1</translation>
    </message>
    <message>
        <source>can call</source>
        <translation>dürfen aufrufen</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>%1 (off)</source>
        <translation>%1 (aus)</translation>
    </message>
</context>
<context>
    <name>gatehouse::AccessPage</name>
    <message>
        <source>ACL matrix</source>
        <translation>ACL-Matrix</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter by names</source>
        <translation>Nach Namen filtern</translation>
    </message>
    <message>
        <source>Parts of the names of consumers or groups, and of routes: mobile orders</source>
        <translation>Teile der Namen von Consumers oder Gruppen und von Routes: mobile orders</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Consumers</source>
        <translation>Consumers</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Only what differs from the running configuration</source>
        <translation>Nur Unterschiede zur laufenden Konfiguration</translation>
    </message>
    <message>
        <source>Only what differs from the file</source>
        <translation>Nur Unterschiede zur Datei</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>Legende</translation>
    </message>
    <message>
        <source>&amp;Rows:</source>
        <translation>&amp;Zeilen:</translation>
    </message>
    <message>
        <source>Sh&amp;ow:</source>
        <translation>Z&amp;eigen:</translation>
    </message>
    <message>
        <source>Which consumer can call which route</source>
        <translation>Welcher Consumer welche Route aufrufen kann</translation>
    </message>
    <message>
        <source>What the acls say of each group</source>
        <translation>Was die acls über jede Gruppe sagen</translation>
    </message>
    <message>
        <source>Next rule of the group</source>
        <translation>Nächste Regel der Gruppe</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Groups: %1; routes: %2</source>
        <translation>Gruppen: %1; Routes: %2</translation>
    </message>
    <message>
        <source>Consumers: %1; routes: %2</source>
        <translation>Consumers: %1; Routes: %2</translation>
    </message>
    <message>
        <source>%1. Filter to see others.</source>
        <translation>%1. Filtern zeigt andere.</translation>
    </message>
    <message>
        <source>%1: next rule</source>
        <translation>%1: nächste Regel</translation>
    </message>
    <message>
        <source>There are no routes yet. Here stands who can call which.</source>
        <translation>Noch gibt es keine Routes. Hier steht, wer welche aufrufen kann.</translation>
    </message>
    <message>
        <source>Create the first route</source>
        <translation>Erste Route anlegen</translation>
    </message>
    <message>
        <source>There are no groups yet. Put a consumer into one, or add an acl that names one.</source>
        <translation>Noch gibt es keine Gruppen. Fügen Sie einen Consumer zu einer hinzu, oder legen Sie ein acl an, das eine nennt.</translation>
    </message>
    <message>
        <source>Show the consumers</source>
        <translation>Consumers zeigen</translation>
    </message>
    <message>
        <source>No name has what the filter asks for.</source>
        <translation>Kein Name passt zum Filter.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>Nothing differs: the same consumers can call the same routes.</source>
        <translation>Kein Unterschied: dieselben Consumers können dieselben Routes aufrufen.</translation>
    </message>
    <message>
        <source>Copy as &amp;CSV</source>
        <translation>Als &amp;CSV kopieren</translation>
    </message>
    <message>
        <source>Copy as &amp;Markdown</source>
        <translation>Als &amp;Markdown kopieren</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Speichern …</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Consumer</source>
        <translation>Consumer</translation>
    </message>
    <message>
        <source>Save who can call what</source>
        <translation>Speichern, wer was aufrufen kann</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
</context>
<context>
    <name>gatehouse::AccessTab</name>
    <message>
        <source>(unauthenticated)</source>
        <translation>(nicht angemeldet)</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Zugang</translation>
    </message>
    <message>
        <source>Can call</source>
        <translation>Darf aufrufen</translation>
    </message>
    <message>
        <source>Consumer</source>
        <translation>Consumer</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Route</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Limits that apply</source>
        <translation>Geltende Limits</translation>
    </message>
    <message>
        <source>%1 of %2 consumers can call this route.</source>
        <translation>%1 von %2 Consumers dürfen diese Route aufrufen.</translation>
    </message>
    <message>
        <source>Can call %1 of %2 routes.</source>
        <translation>Darf %1 von %2 Routes aufrufen.</translation>
    </message>
    <message>
        <source>⚠ No route uses %1: this consumer&apos;s credentials for it are never read.</source>
        <translation>⚠ Keine Route benutzt %1: diese Zugangsdaten des Consumers werden nie gelesen.</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>anyone</source>
        <translation>jeder</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
</context>
<context>
    <name>gatehouse::AdminApiImport</name>
    <message>
        <source>%1 does not answer: %2</source>
        <translation>%1 antwortet nicht: %2</translation>
    </message>
    <message>
        <source>%1 was answered with status %2.</source>
        <translation>%1 antwortete mit Status %2.</translation>
    </message>
    <message>
        <source>The configuration is too large.</source>
        <translation>Die Konfiguration ist zu groß.</translation>
    </message>
    <message>
        <source>%1 is not the Admin API of Kong.</source>
        <translation>%1 ist nicht die Admin API von Kong.</translation>
    </message>
    <message>
        <source>%1 is no address of an Admin API.</source>
        <translation>%1 ist keine Adresse einer Admin API.</translation>
    </message>
</context>
<context>
    <name>gatehouse::AdminServer</name>
    <message>
        <source>The Admin API cannot listen on %1.</source>
        <translation>Die Admin API kann auf %1 nicht lauschen.</translation>
    </message>
</context>
<context>
    <name>gatehouse::AnswerView</name>
    <message>
        <source>Start the gateway</source>
        <translation>Gateway starten</translation>
    </message>
    <message>
        <source>Body of the answer</source>
        <translation>Body der Antwort</translation>
    </message>
    <message>
        <source>Headers of the answer</source>
        <translation>Header der Antwort</translation>
    </message>
    <message>
        <source>Request and answer as they were sent</source>
        <translation>Anfrage und Antwort, wie sie gesendet wurden</translation>
    </message>
    <message>
        <source>Show secrets</source>
        <translation>Geheimnisse zeigen</translation>
    </message>
    <message>
        <source>Trace</source>
        <translation>Ablauf</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Body</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Header</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Roh</translation>
    </message>
    <message>
        <source>Copy as c&amp;url</source>
        <translation>Als c&amp;url kopieren</translation>
    </message>
    <message>
        <source>With $TOKEN in place of &amp;credentials</source>
        <translation>Mit $TOKEN anstelle der &amp;Zugangsdaten</translation>
    </message>
    <message>
        <source>With the real &amp;token; the clipboard forgets it after a minute</source>
        <translation>Mit dem echten &amp;Token; die Zwischenablage vergisst es nach einer Minute</translation>
    </message>
    <message>
        <source>Send a request with %1, and its answer stands here, with what it met on its way.</source>
        <translation>Senden Sie mit %1 eine Anfrage; dann steht hier ihre Antwort, und was ihr unterwegs begegnet ist.</translation>
    </message>
    <message>
        <source>The gateway is stopped, so there is nobody to ask. Start it, or send the request against the working configuration.</source>
        <translation>Das Gateway ist angehalten, also gibt es niemanden zu fragen. Starten Sie es, oder senden Sie die Anfrage gegen die Arbeitskonfiguration.</translation>
    </message>
    <message>
        <source>✓ as expected</source>
        <translation>✓ wie erwartet</translation>
    </message>
    <message>
        <source>✗ not as expected: %1</source>
        <translation>✗ nicht wie erwartet: %1</translation>
    </message>
    <message>
        <source>The first %1 of %2 are shown.</source>
        <translation>Gezeigt werden die ersten %1 von %2.</translation>
    </message>
    <message>
        <source>The body did not come to its end.</source>
        <translation>Der Body kam nicht bis zum Ende an.</translation>
    </message>
    <message>
        <source>The body is no text.</source>
        <translation>Der Body ist kein Text.</translation>
    </message>
    <message>
        <source>The answer has no body.</source>
        <translation>Die Antwort hat keinen Body.</translation>
    </message>
    <message>
        <source>(no text)</source>
        <translation>(kein Text)</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>not as expected</source>
        <translation>nicht wie erwartet</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>beantwortet</translation>
    </message>
    <message>
        <source>as expected</source>
        <translation>wie erwartet</translation>
    </message>
</context>
<context>
    <name>gatehouse::BodyEditor</name>
    <message>
        <source>For&amp;mat</source>
        <translation>For&amp;matieren</translation>
    </message>
    <message>
        <source>Body of the request</source>
        <translation>Body der Anfrage</translation>
    </message>
    <message>
        <source>The body, as it is sent. JSON is checked while you type.</source>
        <translation>Der Body, wie er gesendet wird. JSON wird beim Tippen geprüft.</translation>
    </message>
    <message>
        <source>No body</source>
        <translation>Kein Body</translation>
    </message>
    <message>
        <source>✓ JSON</source>
        <translation>✓ JSON</translation>
    </message>
    <message>
        <source>✗ No JSON: %1</source>
        <translation>✗ Kein JSON: %1</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>Reiner Text</translation>
    </message>
</context>
<context>
    <name>gatehouse::CertificateNotes</name>
    <message>
        <source>Subject: %1</source>
        <translation>Inhaber: %1</translation>
    </message>
    <message>
        <source>Names: %1</source>
        <translation>Namen: %1</translation>
    </message>
    <message>
        <source>Issuer: self-signed</source>
        <translation>Aussteller: selbst unterschrieben</translation>
    </message>
    <message>
        <source>Issuer: %1</source>
        <translation>Aussteller: %1</translation>
    </message>
    <message>
        <source>Valid until: %1</source>
        <translation>Gültig bis: %1</translation>
    </message>
    <message>
        <source>✓ The key belongs to the certificate.</source>
        <translation>✓ Der Schlüssel gehört zum Zertifikat.</translation>
    </message>
    <message>
        <source>⛔ This key does not belong to the certificate above.</source>
        <translation>⛔ Dieser Schlüssel gehört nicht zum Zertifikat darüber.</translation>
    </message>
</context>
<context>
    <name>gatehouse::ChangesDialog</name>
    <message>
        <source>There is no difference.</source>
        <translation>Es gibt keinen Unterschied.</translation>
    </message>
    <message>
        <source>Lines with + are in your configuration, lines with - are not.</source>
        <translation>Zeilen mit + stehen in Ihrer Konfiguration, Zeilen mit - nicht.</translation>
    </message>
</context>
<context>
    <name>gatehouse::ChartPanel</name>
    <message>
        <source>Show as table</source>
        <translation>Als Tabelle zeigen</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Diagramme</translation>
    </message>
</context>
<context>
    <name>gatehouse::CheckTab</name>
    <message>
        <source>Token to check</source>
        <translation>Zu prüfendes Token</translation>
    </message>
    <message>
        <source>Open the plugin</source>
        <translation>Plugin öffnen</translation>
    </message>
    <message>
        <source>T&amp;oken:</source>
        <translation>T&amp;oken:</translation>
    </message>
    <message>
        <source>&amp;Route:</source>
        <translation>&amp;Route:</translation>
    </message>
    <message>
        <source>Tests of the plugin in their order</source>
        <translation>Prüfungen des Plugins der Reihe nach</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Add a jwt plugin</source>
        <translation>jwt-Plugin hinzufügen</translation>
    </message>
    <message>
        <source>Paste a token. It is checked here and never leaves this program.</source>
        <translation>Fügen Sie ein Token ein. Es wird hier geprüft und verlässt dieses Programm nie.</translation>
    </message>
    <message>
        <source>No route has a jwt plugin, so none looks at tokens.</source>
        <translation>Keine Route hat ein jwt-Plugin, also achtet keine auf Token.</translation>
    </message>
    <message>
        <source>“Bearer” was pasted along; in a request it stands before the token, so it was left out.</source>
        <translation>„Bearer“ wurde mit eingefügt; in einer Anfrage steht es vor dem Token und wurde daher weggelassen.</translation>
    </message>
</context>
<context>
    <name>gatehouse::ChildrenTab</name>
    <message>
        <source>weight %1</source>
        <translation>Gewicht %1</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Hinzufügen …</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>In short</source>
        <translation>In Kürze</translation>
    </message>
    <message>
        <source>Add one</source>
        <translation>Eines hinzufügen</translation>
    </message>
    <message>
        <source>Tabs of a row</source>
        <translation>Reiter einer Zeile</translation>
    </message>
    <message>
        <source>Mint JWT…</source>
        <translation>JWT ausstellen …</translation>
    </message>
    <message>
        <source>None yet. “Add…” begins one.</source>
        <translation>Noch keine. Mit „Hinzufügen …“ entsteht die erste.</translation>
    </message>
</context>
<context>
    <name>gatehouse::ChipEditor</name>
    <message>
        <source>Add…</source>
        <translation>Hinzufügen …</translation>
    </message>
    <message>
        <source>%1 is no number</source>
        <translation>%1 ist keine Zahl</translation>
    </message>
    <message>
        <source>%1: %2, remove</source>
        <translation>%1: %2, entfernen</translation>
    </message>
    <message>
        <source>Remove %1 (Delete); move it with Alt and the arrow keys</source>
        <translation>%1 entfernen (Entf); verschieben mit Alt und den Pfeiltasten</translation>
    </message>
</context>
<context>
    <name>gatehouse::ChoiceEditor</name>
    <message>
        <source>default (%1)</source>
        <translation>Vorgabe (%1)</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>nicht gesetzt</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>%1 (unknown)</source>
        <translation>%1 (unbekannt)</translation>
    </message>
</context>
<context>
    <name>gatehouse::CommandPalette</name>
    <message>
        <source>Search or run a command</source>
        <translation>Suchen oder Befehl ausführen</translation>
    </message>
    <message>
        <source>Name or command; &gt; commands, @ consumers, / paths, # tags, : problems, ? help</source>
        <translation>Name oder Befehl; &gt; Befehle, @ Consumers, / Pfade, # Tags, : Probleme, ? Hilfe</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Enter opens. Tab or → lists what else can be done.</source>
        <translation>Eingabe öffnet. Tab oder → zeigt, was sonst noch geht.</translation>
    </message>
    <message>
        <source>%1: Enter does it, Escape goes back.</source>
        <translation>%1: Eingabe tut es, Esc geht zurück.</translation>
    </message>
</context>
<context>
    <name>gatehouse::ConfigStore</name>
    <message>
        <source>There is no table %1.</source>
        <translation>Es gibt keine Tabelle %1.</translation>
    </message>
    <message>
        <source>%1 %2 has changed meanwhile.</source>
        <translation>%1 %2 hat sich inzwischen geändert.</translation>
    </message>
    <message>
        <source>%1 %2 does not exist.</source>
        <translation>%1 %2 gibt es nicht.</translation>
    </message>
    <message>
        <source>%1 still refer to %2 %3.</source>
        <translation>%1 verweisen noch auf %2 %3.</translation>
    </message>
</context>
<context>
    <name>gatehouse::DecodeTab</name>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>&amp;Paste from the clipboard</source>
        <translation>Aus der Zwischenablage &amp;einfügen</translation>
    </message>
    <message>
        <source>Check it against the gateway</source>
        <translation>Gegen das Gateway prüfen</translation>
    </message>
    <message>
        <source>&amp;Token:</source>
        <translation>&amp;Token:</translation>
    </message>
    <message>
        <source>Hea&amp;der:</source>
        <translation>Hea&amp;der:</translation>
    </message>
    <message>
        <source>Header of the token</source>
        <translation>Header des Tokens</translation>
    </message>
    <message>
        <source>Claims of the token</source>
        <translation>Claims des Tokens</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>Claim</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Bedeutung</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Ortszeit</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>Paste a token. It is taken apart here and never leaves this program.</source>
        <translation>Fügen Sie ein Token ein. Es wird hier zerlegt und verlässt dieses Programm nie.</translation>
    </message>
    <message>
        <source>The gateway would say: Bad token; %1</source>
        <translation>Das Gateway würde sagen: Bad token; %1</translation>
    </message>
    <message>
        <source>Taken apart in this program; the signature is not verified.</source>
        <translation>In diesem Programm zerlegt; die Signatur ist nicht geprüft.</translation>
    </message>
</context>
<context>
    <name>gatehouse::DeleteDialog</name>
    <message>
        <source>Still in use</source>
        <translation>Noch in Gebrauch</translation>
    </message>
    <message>
        <source>“%1” is still used by:</source>
        <translation>„%1“ wird noch benutzt von:</translation>
    </message>
    <message>
        <source>What uses it</source>
        <translation>Wer es benutzt</translation>
    </message>
    <message>
        <source>Move them to</source>
        <translation>Hängen an</translation>
    </message>
    <message>
        <source>Move them there and delete</source>
        <translation>Dorthin hängen und löschen</translation>
    </message>
    <message>
        <source>Delete all</source>
        <translation>Alles löschen</translation>
    </message>
</context>
<context>
    <name>gatehouse::DevelopmentCertificateDialog</name>
    <message>
        <source>Make a development certificate</source>
        <translation>Entwicklungszertifikat anlegen</translation>
    </message>
    <message>
        <source>RSA 2048</source>
        <translation>RSA 2048</translation>
    </message>
    <message>
        <source>EC P-256</source>
        <translation>EC P-256</translation>
    </message>
    <message>
        <source>&amp;Names:</source>
        <translation>&amp;Namen:</translation>
    </message>
    <message>
        <source>&amp;Key:</source>
        <translation>&amp;Schlüssel:</translation>
    </message>
    <message>
        <source>Make</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>&amp;Signed by:</source>
        <translation>&amp;Signiert von:</translation>
    </message>
    <message>
        <source>the local authority of this user</source>
        <translation>der lokalen Zertifizierungsstelle dieses Benutzers</translation>
    </message>
    <message>
        <source>itself</source>
        <translation>sich selbst</translation>
    </message>
    <message numerus="yes">
        <source>Valid for %n days. Clients do not trust it until they are told to; nothing is installed on this computer.</source>
        <translation>
            <numerusform>%n Tag gültig. Clients vertrauen ihm erst, wenn man es ihnen sagt; auf diesem Rechner wird nichts installiert.</numerusform>
            <numerusform>%n Tage gültig. Clients vertrauen ihm erst, wenn man es ihnen sagt; auf diesem Rechner wird nichts installiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Valid for %n days. Clients that trust the authority, %1, trust all certificates it signs; it is made once and installed nowhere. Whoever has its key can imitate every site to them.</source>
        <translation>
            <numerusform>%n Tag gültig. Clients, die der Zertifizierungsstelle vertrauen, %1, vertrauen allen Zertifikaten, die sie signiert; sie entsteht einmal und wird nirgends installiert. Wer ihren Schlüssel hat, kann ihnen jede Website vortäuschen.</numerusform>
            <numerusform>%n Tage gültig. Clients, die der Zertifizierungsstelle vertrauen, %1, vertrauen allen Zertifikaten, die sie signiert; sie entsteht einmal und wird nirgends installiert. Wer ihren Schlüssel hat, kann ihnen jede Website vortäuschen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::DifferenceModel</name>
    <message>
        <source>added</source>
        <translation>hinzugefügt</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>%1 (secret)</source>
        <translation>%1 (Geheimnis)</translation>
    </message>
    <message>
        <source>Row and field</source>
        <translation>Zeile und Feld</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
</context>
<context>
    <name>gatehouse::DifferencePanel</name>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>From %1 to what %2 runs</source>
        <translation>Von %1 zur Konfiguration von %2</translation>
    </message>
    <message>
        <source>what runs now</source>
        <translation>der laufenden Konfiguration</translation>
    </message>
    <message>
        <source>From %1 to %2</source>
        <translation>Von %1 zu %2</translation>
    </message>
    <message>
        <source>%1 on disk</source>
        <translation>%1 auf der Platte</translation>
    </message>
    <message>
        <source>%1, the first that is known</source>
        <translation>%1, die erste bekannte Fassung</translation>
    </message>
    <message>
        <source>comparing…</source>
        <translation>vergleiche …</translation>
    </message>
    <message>
        <source>there is no difference.</source>
        <translation>es gibt keinen Unterschied.</translation>
    </message>
</context>
<context>
    <name>gatehouse::EffectivePluginsTab</name>
    <message>
        <source>Plugins</source>
        <translation>Plugins</translation>
    </message>
    <message>
        <source>&amp;For:</source>
        <translation>&amp;Für:</translation>
    </message>
    <message>
        <source>Whose requests</source>
        <translation>Wessen Anfragen</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Hinzufügen …</translation>
    </message>
    <message>
        <source>Plugins in the order of running</source>
        <translation>Plugins in der Reihenfolge, in der sie laufen</translation>
    </message>
    <message>
        <source>Of the same plugin one instance runs, the first of: route, service and consumer; route and consumer; service and consumer; route and service; consumer; route; service; everything.</source>
        <translation>Von einem Plugin läuft eine Instanz, die erste aus: Route, Service und Consumer; Route und Consumer; Service und Consumer; Route und Service; Consumer; Route; Service; alles.</translation>
    </message>
    <message>
        <source>(any consumer)</source>
        <translation>(beliebiger Consumer)</translation>
    </message>
    <message>
        <source>Plugin</source>
        <translation>Plugin</translation>
    </message>
    <message>
        <source>Comes from</source>
        <translation>Kommt von</translation>
    </message>
    <message>
        <source>In short</source>
        <translation>In Kürze</translation>
    </message>
    <message>
        <source>overridden</source>
        <translation>überlagert</translation>
    </message>
    <message>
        <source>this route</source>
        <translation>diese Route</translation>
    </message>
    <message>
        <source>service %1</source>
        <translation>Service %1</translation>
    </message>
    <message>
        <source>consumer %1</source>
        <translation>Consumer %1</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>%1 (kept, not executed here)</source>
        <translation>%1 (bleibt erhalten, läuft hier nicht)</translation>
    </message>
    <message>
        <source>%1 – overridden by the one for %2</source>
        <translation>%1 – überlagert von dem für %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 – overridden for %n consumer(s)</source>
        <translation>
            <numerusform>%1 – für %n Consumer überlagert</numerusform>
            <numerusform>%1 – für %n Consumers überlagert</numerusform>
        </translation>
    </message>
    <message>
        <source>Enable or disable</source>
        <translation>Ein- oder ausschalten</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>On</source>
        <translation>An</translation>
    </message>
    <message>
        <source>%1 – switched off</source>
        <translation>%1 – ausgeschaltet</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>ausgeschaltet</translation>
    </message>
    <message>
        <source>95 % of the last requests took no longer in this plugin</source>
        <translation>95 % der letzten Anfragen waren in diesem Plugin nicht länger</translation>
    </message>
    <message>
        <source>Move to another scope…</source>
        <translation>In andere Geltung verschieben …</translation>
    </message>
    <message>
        <source>Copy to another scope…</source>
        <translation>In andere Geltung kopieren …</translation>
    </message>
</context>
<context>
    <name>gatehouse::EntityCommands</name>
    <message>
        <source>%1 “%2”</source>
        <translation>%1 „%2“</translation>
    </message>
    <message numerus="yes">
        <source>%n × %1</source>
        <translation>
            <numerusform>%n × %1</numerusform>
            <numerusform>%n × %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>%1 löschen</translation>
    </message>
    <message numerus="yes">
        <source>Deleted %1 and %n more that belonged to it</source>
        <translation>
            <numerusform>%1 gelöscht und %n weitere Zeile, die dazugehörte</numerusform>
            <numerusform>%1 gelöscht und %n weitere Zeilen, die dazugehörten</numerusform>
        </translation>
    </message>
    <message>
        <source>Deleted %1</source>
        <translation>%1 gelöscht</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Delete %1 and move what used it to “%2”</source>
        <translation>%1 löschen und, was es benutzte, an „%2“ hängen</translation>
    </message>
    <message>
        <source>Not duplicated: %1</source>
        <translation>Nicht dupliziert: %1</translation>
    </message>
    <message>
        <source>Duplicate %1</source>
        <translation>%1 duplizieren</translation>
    </message>
    <message>
        <source>Enable %1 “%2”</source>
        <translation>%1 „%2“ einschalten</translation>
    </message>
    <message>
        <source>Disable %1 “%2”</source>
        <translation>%1 „%2“ ausschalten</translation>
    </message>
    <message>
        <source>Add tag “%1”</source>
        <translation>Tag „%1“ hinzufügen</translation>
    </message>
    <message>
        <source>Not pasted: %1</source>
        <translation>Nicht eingefügt: %1</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Everything on the clipboard is here already.</source>
        <translation>Alles in der Zwischenablage ist schon hier.</translation>
    </message>
</context>
<context>
    <name>gatehouse::EntityEditor</name>
    <message>
        <source>Enabled</source>
        <translation>Eingeschaltet</translation>
    </message>
    <message>
        <source>The row as it stands in kong.yml</source>
        <translation>Die Zeile, wie sie in kong.yml steht</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>New: %1</source>
        <translation>Neu: %1</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>The file this row stands in. Press to move it to another.</source>
        <translation>Die Datei, in der diese Zeile steht. Drücken, um sie in eine andere zu verschieben.</translation>
    </message>
    <message>
        <source>File: %1</source>
        <translation>Datei: %1</translation>
    </message>
    <message>
        <source>Select a row to edit it, or make a new one with %1.</source>
        <translation>Wählen Sie eine Zeile zum Bearbeiten, oder legen Sie mit %1 eine neue an.</translation>
    </message>
    <message>
        <source>Try it…</source>
        <translation>Ausprobieren …</translation>
    </message>
    <message>
        <source>Send request as…</source>
        <translation>Anfrage senden als …</translation>
    </message>
</context>
<context>
    <name>gatehouse::EntityForm</name>
    <message>
        <source>Not applied: the configuration keeps the last valid value.</source>
        <translation>Nicht angewendet: die Konfiguration behält den letzten gültigen Wert.</translation>
    </message>
    <message>
        <source>Show only configured values</source>
        <translation>Nur gesetzte Werte zeigen</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Ctrl+Return</source>
        <translation>Strg+Eingabe</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>already used by another one</source>
        <translation>schon von einer anderen Zeile benutzt</translation>
    </message>
</context>
<context>
    <name>gatehouse::EntityPage</name>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter, e.g. orders or %1:…</source>
        <translation>Filter, z. B. orders oder %1:…</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Create the first one</source>
        <translation>Ersten Eintrag anlegen</translation>
    </message>
    <message>
        <source>Start with the sample</source>
        <translation>Mit dem Beispiel beginnen</translation>
    </message>
    <message>
        <source>Open kong.yml…</source>
        <translation>kong.yml öffnen …</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Add a tag</source>
        <translation>Tag hinzufügen</translation>
    </message>
    <message>
        <source>Tag:</source>
        <translation>Tag:</translation>
    </message>
    <message>
        <source>Make a development certificate…</source>
        <translation>Entwicklungszertifikat anlegen …</translation>
    </message>
    <message>
        <source>Not pasted: the clipboard holds no YAML of services, routes or the like. Copy rows of a list here, or a part of a kong.yml with its _format_version.</source>
        <translation>Nicht eingefügt: in der Zwischenablage ist kein YAML von Services, Routes oder dergleichen. Kopieren Sie hier Zeilen einer Liste, oder einen Teil eines kong.yml mit seinem _format_version.</translation>
    </message>
    <message>
        <source>Move to another file</source>
        <translation>In eine andere Datei verschieben</translation>
    </message>
    <message>
        <source>File; what belongs to the rows goes with them:</source>
        <translation>Datei; was zu den Zeilen gehört, kommt mit:</translation>
    </message>
    <message>
        <source>For development…</source>
        <translation>Für Entwicklung…</translation>
    </message>
</context>
<context>
    <name>gatehouse::EvaluationSwitch</name>
    <message>
        <source>Evaluation order</source>
        <translation>Auswertung</translation>
    </message>
    <message>
        <source>Lists the routes as the router tries them, and names those that never match</source>
        <translation>Zeigt die Routes in der Reihenfolge, in der sie versucht werden, und nennt die, die nie zutreffen</translation>
    </message>
</context>
<context>
    <name>gatehouse::ExpectationEditor</name>
    <message>
        <source>Expected status</source>
        <translation>Erwarteter Status</translation>
    </message>
    <message>
        <source>any, e.g. 403</source>
        <translation>beliebig, z. B. 403</translation>
    </message>
    <message>
        <source>Expected route</source>
        <translation>Erwartete Route</translation>
    </message>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>S&amp;tatus</source>
        <translation>S&amp;tatus</translation>
    </message>
    <message>
        <source>R&amp;oute</source>
        <translation>R&amp;oute</translation>
    </message>
    <message>
        <source>Each answer is compared with this, here and with “Run all”.</source>
        <translation>Damit wird jede Antwort verglichen, hier und bei „Alle ausführen“.</translation>
    </message>
</context>
<context>
    <name>gatehouse::ExportDialog</name>
    <message>
        <source>Write &amp;ids</source>
        <translation>&amp;IDs schreiben</translation>
    </message>
    <message>
        <source>Write &amp;defaults</source>
        <translation>&amp;Vorgaben schreiben</translation>
    </message>
    <message>
        <source>What will be written</source>
        <translation>Was geschrieben wird</translation>
    </message>
    <message>
        <source>Against what is there</source>
        <translation>Unterschied zum Vorhandenen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Kong without a database</source>
        <translation>Kong ohne Datenbank</translation>
    </message>
    <message>
        <source>decK</source>
        <translation>decK</translation>
    </message>
    <message>
        <source>References to environment variables</source>
        <translation>Verweise auf Umgebungsvariablen</translation>
    </message>
    <message>
        <source>In clear, into a file that only you may read</source>
        <translation>Im Klartext, in eine Datei, die nur Sie lesen dürfen</translation>
    </message>
    <message>
        <source>One file</source>
        <translation>Eine Datei</translation>
    </message>
    <message>
        <source>A folder that runs it in a container</source>
        <translation>Ein Ordner, der es im Container startet</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>Only what carries all of these tags, and what belongs to it. In use: %1</source>
        <translation>Nur, was alle diese Tags trägt, und was dazugehört. In Gebrauch: %1</translation>
    </message>
    <message>
        <source>&amp;Target:</source>
        <translation>&amp;Ziel:</translation>
    </message>
    <message>
        <source>&amp;Secrets:</source>
        <translation>&amp;Geheimnisse:</translation>
    </message>
    <message>
        <source>&amp;As:</source>
        <translation>&amp;Als:</translation>
    </message>
    <message>
        <source>Ta&amp;gs:</source>
        <translation>&amp;Tags:</translation>
    </message>
    <message>
        <source>&amp;To:</source>
        <translation>&amp;Nach:</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>&amp;Wählen …</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Ordner wählen</translation>
    </message>
    <message>
        <source>Export to a file</source>
        <translation>In eine Datei exportieren</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Kong takes no references for some secrets. Write them in clear, or export for decK.</source>
        <translation>Kong nimmt für einige Geheimnisse keine Verweise. Schreiben Sie sie im Klartext, oder exportieren Sie für decK.</translation>
    </message>
    <message>
        <source>There is no such file yet.</source>
        <translation>Eine solche Datei gibt es noch nicht.</translation>
    </message>
    <message>
        <source>What is there cannot be read: %1</source>
        <translation>Das Vorhandene ist nicht lesbar: %1</translation>
    </message>
    <message>
        <source>There is no difference.</source>
        <translation>Es gibt keinen Unterschied.</translation>
    </message>
    <message>
        <source>Left out, as the target does not know it: %1.</source>
        <translation>Weggelassen, weil das Ziel es nicht kennt: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n environment variable(s) must be set; their names go into .env.example.</source>
        <translation>
            <numerusform>%n Umgebungsvariable muss gesetzt werden; ihr Name kommt in .env.example.</numerusform>
            <numerusform>%n Umgebungsvariablen müssen gesetzt werden; ihre Namen kommen in .env.example.</numerusform>
        </translation>
    </message>
    <message>
        <source>The file holds secrets in clear: keep it out of version control.</source>
        <translation>Die Datei enthält Geheimnisse im Klartext: halten Sie sie aus der Versionsverwaltung heraus.</translation>
    </message>
    <message>
        <source>Not exported: %1</source>
        <translation>Nicht exportiert: %1</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>Making the preview</source>
        <translation>Vorschau entsteht</translation>
    </message>
    <message>
        <source>Stopped. Change a choice to see what will be written.</source>
        <translation>Angehalten. Ändern Sie eine Auswahl, um zu sehen, was geschrieben wird.</translation>
    </message>
    <message>
        <source>Nothing can be written.</source>
        <translation>Es kann nichts geschrieben werden.</translation>
    </message>
</context>
<context>
    <name>gatehouse::FieldEditor</name>
    <message>
        <source>Configuration</source>
        <translation>Konfiguration</translation>
    </message>
    <message>
        <source>generated when empty</source>
        <translation>wird erzeugt, wenn leer</translation>
    </message>
</context>
<context>
    <name>gatehouse::FieldRow</name>
    <message>
        <source>Reset to default</source>
        <translation>Auf Vorgabe zurücksetzen</translation>
    </message>
    <message>
        <source>What is %1?</source>
        <translation>Was ist %1?</translation>
    </message>
</context>
<context>
    <name>gatehouse::FileCommands</name>
    <message>
        <source>Open a configuration</source>
        <translation>Konfiguration öffnen</translation>
    </message>
    <message>
        <source>Kong configuration (*.yml *.yaml *.json)</source>
        <translation>Kong-Konfiguration (*.yml *.yaml *.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Save the configuration</source>
        <translation>Konfiguration speichern</translation>
    </message>
    <message>
        <source>The configuration was not saved.</source>
        <translation>Die Konfiguration wurde nicht gespeichert.</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>Exported %1</source>
        <translation>%1 exportiert</translation>
    </message>
    <message>
        <source>Kong configuration (*.yml *.yaml)</source>
        <translation>Kong-Konfiguration (*.yml *.yaml)</translation>
    </message>
    <message>
        <source>the new configuration</source>
        <translation>die neue Konfiguration</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>Ungespeicherte Änderungen</translation>
    </message>
    <message>
        <source>Save the changes to %1?</source>
        <translation>Änderungen in %1 speichern?</translation>
    </message>
    <message>
        <source>Don&apos;t save</source>
        <translation>Nicht speichern</translation>
    </message>
    <message>
        <source>The configuration was not saved. %1</source>
        <translation>Die Konfiguration wurde nicht gespeichert. %1</translation>
    </message>
    <message>
        <source>Open all files of a folder as one configuration</source>
        <translation>Alle Dateien eines Ordners als eine Konfiguration öffnen</translation>
    </message>
</context>
<context>
    <name>gatehouse::FindBar</name>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
</context>
<context>
    <name>gatehouse::ForeignEditor</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(keine)</translation>
    </message>
    <message>
        <source>there is no “%1”</source>
        <translation>„%1“ gibt es nicht</translation>
    </message>
</context>
<context>
    <name>gatehouse::Gateway</name>
    <message>
        <source>Apply changes</source>
        <translation>Änderungen anwenden</translation>
    </message>
</context>
<context>
    <name>gatehouse::GatewayCommands</name>
    <message>
        <source>&quot;%1&quot; (pid %2)</source>
        <translation>&quot;%1&quot; (PID %2)</translation>
    </message>
    <message>
        <source>another program</source>
        <translation>einem anderen Programm</translation>
    </message>
    <message>
        <source>Port %1 is in use</source>
        <translation>Port %1 ist belegt</translation>
    </message>
    <message>
        <source>Could not start the proxy: port %1 is used by %2.</source>
        <translation>Der Proxy startet nicht: Port %1 ist von %2 belegt.</translation>
    </message>
    <message>
        <source>Could not start the Admin API: port %1 is used by %2.</source>
        <translation>Die Admin API startet nicht: Port %1 ist von %2 belegt.</translation>
    </message>
    <message>
        <source>Stop that program and try again, or use another port for this session.</source>
        <translation>Beenden Sie jenes Programm und versuchen Sie es erneut, oder benutzen Sie für diese Sitzung einen anderen Port.</translation>
    </message>
    <message>
        <source>Use port %1</source>
        <translation>Port %1 benutzen</translation>
    </message>
    <message>
        <source>Try %1 again</source>
        <translation>%1 erneut versuchen</translation>
    </message>
</context>
<context>
    <name>gatehouse::GroupModel</name>
    <message>
        <source>%1 (off)</source>
        <translation>%1 (aus)</translation>
    </message>
</context>
<context>
    <name>gatehouse::GroupStrip</name>
    <message>
        <source>Add an ACL group</source>
        <translation>ACL-Gruppe hinzufügen</translation>
    </message>
    <message>
        <source>Add group…</source>
        <translation>Gruppe hinzufügen …</translation>
    </message>
    <message>
        <source>ACL &amp;groups:</source>
        <translation>ACL-&amp;Gruppen:</translation>
    </message>
    <message>
        <source>Leave group %1</source>
        <translation>Gruppe %1 verlassen</translation>
    </message>
    <message numerus="yes">
        <source>Named by %n acl(s). Click to leave the group.</source>
        <translation>
            <numerusform>Von %n acl genannt. Klicken, um die Gruppe zu verlassen.</numerusform>
            <numerusform>Von %n acls genannt. Klicken, um die Gruppe zu verlassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>No acl names this group. Click to leave it.</source>
        <translation>Kein acl nennt diese Gruppe. Klicken, um sie zu verlassen.</translation>
    </message>
    <message>
        <source>No route mentions “%1” – did you mean %2?</source>
        <translation>Keine Route nennt „%1“ – meinten Sie %2?</translation>
    </message>
    <message>
        <source>“%1” is mentioned by no route yet.</source>
        <translation>„%1“ wird noch von keiner Route genannt.</translation>
    </message>
</context>
<context>
    <name>gatehouse::HelpDesk</name>
    <message>
        <source>Help on this</source>
        <translation>Hilfe zu diesem</translation>
    </message>
</context>
<context>
    <name>gatehouse::HelpWindow</name>
    <message>
        <source>Reference: %1</source>
        <translation>Nachschlagewerk: %1</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>In der Hilfe suchen</translation>
    </message>
    <message>
        <source>Help pages</source>
        <translation>Hilfeseiten</translation>
    </message>
    <message>
        <source>Help text</source>
        <translation>Hilfetext</translation>
    </message>
</context>
<context>
    <name>gatehouse::HistoryCommands</name>
    <message>
        <source>%1 is what you have.</source>
        <translation>%1 entspricht dem jetzigen Stand.</translation>
    </message>
    <message>
        <source>Restore %1</source>
        <translation>%1 wiederherstellen</translation>
    </message>
    <message>
        <source>Restored %1.</source>
        <translation>%1 wiederhergestellt.</translation>
    </message>
    <message>
        <source>Take %1 from %2</source>
        <translation>%1 aus %2 übernehmen</translation>
    </message>
    <message>
        <source>%1 is as in %2.</source>
        <translation>%1 ist nun wie in %2.</translation>
    </message>
    <message>
        <source>Keep %1</source>
        <translation>%1 behalten</translation>
    </message>
    <message>
        <source>A pinned revision is kept for good. Note:</source>
        <translation>Eine angeheftete Fassung bleibt dauerhaft erhalten. Notiz:</translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>%1 exportieren</translation>
    </message>
    <message>
        <source>Kong configuration (*.yml *.yaml)</source>
        <translation>Kong-Konfiguration (*.yml *.yaml)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Exported %1 to %2. Its secrets are names.</source>
        <translation>%1 nach %2 exportiert. Anstelle der Geheimnisse stehen Namen.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>gatehouse::HistoryPage</name>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Take this row</source>
        <translation>Diese Zeile übernehmen</translation>
    </message>
    <message>
        <source>Take the other side&apos;s row</source>
        <translation>Zeile der anderen Seite übernehmen</translation>
    </message>
    <message>
        <source>Compare with the one before</source>
        <translation>Mit der vorigen vergleichen</translation>
    </message>
    <message>
        <source>Compare with what runs</source>
        <translation>Mit der laufenden Konfiguration vergleichen</translation>
    </message>
    <message>
        <source>Compare with the file</source>
        <translation>Mit der Datei vergleichen</translation>
    </message>
    <message>
        <source>Compare the two selected</source>
        <translation>Die beiden gewählten vergleichen</translation>
    </message>
    <message>
        <source>Compare with another gateway…</source>
        <translation>Mit anderem Gateway vergleichen …</translation>
    </message>
    <message>
        <source>Pin…</source>
        <translation>Anheften …</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Lösen</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>The history cannot be kept. %1</source>
        <translation>Der Verlauf lässt sich nicht führen. %1</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter, e.g. orders</source>
        <translation>Filter, z. B. orders</translation>
    </message>
    <message>
        <source>There is no revision yet. Each configuration that the gateway runs becomes one: to see what changed, and to come back to it.</source>
        <translation>Noch gibt es keine Fassung. Jede Konfiguration, die das Gateway ausführt, wird eine: um zu sehen, was sich geändert hat, und um zu ihr zurückzukehren.</translation>
    </message>
    <message>
        <source>Start the gateway</source>
        <translation>Gateway starten</translation>
    </message>
    <message>
        <source>Revisions</source>
        <translation>Fassungen</translation>
    </message>
    <message numerus="yes">
        <source>%n revision(s)</source>
        <translation>
            <numerusform>%n Fassung</numerusform>
            <numerusform>%n Fassungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n revision(s)</source>
        <translation>
            <numerusform>%1 von %n Fassung</numerusform>
            <numerusform>%1 von %n Fassungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::IdentityRow</name>
    <message>
        <source>&amp;As</source>
        <translation>A&amp;ls</translation>
    </message>
    <message>
        <source>us&amp;ing</source>
        <translation>m&amp;it</translation>
    </message>
    <message>
        <source>ra&amp;w: add nothing</source>
        <translation>ro&amp;h: nichts hinzufügen</translation>
    </message>
    <message>
        <source>Consumer whose credentials the request gets</source>
        <translation>Consumer, dessen Zugangsdaten die Anfrage bekommt</translation>
    </message>
    <message>
        <source>Credential</source>
        <translation>Zugangsdaten</translation>
    </message>
    <message>
        <source>Only what stands here is sent: no credentials, no Accept, no Content-Type.</source>
        <translation>Nur was hier steht, wird gesendet: keine Zugangsdaten, kein Accept, kein Content-Type.</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>%1 (not there)</source>
        <translation>%1 (nicht vorhanden)</translation>
    </message>
    <message>
        <source>what the route asks for</source>
        <translation>was die Route verlangt</translation>
    </message>
    <message>
        <source>jwt: %1 – made when it is sent, for 5 min</source>
        <translation>jwt: %1 – entsteht beim Senden, gilt 5 min</translation>
    </message>
    <message>
        <source>key-auth: key %1</source>
        <translation>key-auth: Schlüssel %1</translation>
    </message>
    <message>
        <source>basic-auth: %1</source>
        <translation>basic-auth: %1</translation>
    </message>
</context>
<context>
    <name>gatehouse::ImportDialog</name>
    <message>
        <source>+ added</source>
        <translation>+ dazu</translation>
    </message>
    <message>
        <source>~ changed</source>
        <translation>~ geändert</translation>
    </message>
    <message>
        <source>− removed</source>
        <translation>− entfernt</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>&amp;Wählen …</translation>
    </message>
    <message>
        <source>&amp;Read</source>
        <translation>&amp;Lesen</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message numerus="yes">
        <source>Reading %1; %n row(s) so far.</source>
        <translation>
            <numerusform>Lese %1; bisher %n Zeile.</numerusform>
            <numerusform>Lese %1; bisher %n Zeilen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Files: kong.yml, decK, OpenAPI</source>
        <translation>Dateien: kong.yml, decK, OpenAPI</translation>
    </message>
    <message>
        <source>A running Kong, by its Admin API</source>
        <translation>Ein laufendes Kong, durch seine Admin API</translation>
    </message>
    <message>
        <source>Add to the configuration</source>
        <translation>Zur Konfiguration hinzufügen</translation>
    </message>
    <message>
        <source>Replace the configuration</source>
        <translation>Die Konfiguration ersetzen</translation>
    </message>
    <message>
        <source>only when it asks for one</source>
        <translation>nur, wenn es eines verlangt</translation>
    </message>
    <message>
        <source>&amp;From:</source>
        <translation>&amp;Aus:</translation>
    </message>
    <message>
        <source>&amp;Place:</source>
        <translation>&amp;Ort:</translation>
    </message>
    <message>
        <source>To&amp;ken:</source>
        <translation>To&amp;ken:</translation>
    </message>
    <message>
        <source>&amp;How:</source>
        <translation>&amp;Wie:</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>What the import does</source>
        <translation>Was der Import bewirkt</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>files or folders, with a semicolon between them</source>
        <translation>Dateien oder Ordner, durch Semikolon getrennt</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>Dateien importieren</translation>
    </message>
    <message>
        <source>Kong, decK or OpenAPI (*.yml *.yaml *.json)</source>
        <translation>Kong, decK oder OpenAPI (*.yml *.yaml *.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Cannot import: %1</source>
        <translation>Nicht importiert: %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 added, %2 changed, %3 removed; %n warning(s).</source>
        <translation>
            <numerusform>%1 dazu, %2 geändert, %3 entfernt; %n Warnung.</numerusform>
            <numerusform>%1 dazu, %2 geändert, %3 entfernt; %n Warnungen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>%1 importieren</translation>
    </message>
    <message>
        <source>Read shows what the import would do. Nothing is changed before that.</source>
        <translation>Lesen zeigt, was der Import täte. Vorher wird nichts geändert.</translation>
    </message>
</context>
<context>
    <name>gatehouse::JsonEditor</name>
    <message>
        <source>this is no JSON value</source>
        <translation>das ist kein JSON-Wert</translation>
    </message>
</context>
<context>
    <name>gatehouse::JwtPage</name>
    <message>
        <source>JWT tool</source>
        <translation>JWT-Werkzeug</translation>
    </message>
    <message>
        <source>Decode</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Check against the gateway</source>
        <translation>Gegen das Gateway prüfen</translation>
    </message>
    <message>
        <source>Mint</source>
        <translation>Ausstellen</translation>
    </message>
</context>
<context>
    <name>gatehouse::KeptFilters</name>
    <message>
        <source>Kept filters</source>
        <translation>Gemerkte Filter</translation>
    </message>
    <message>
        <source>Keep this filter, or choose one that is kept</source>
        <translation>Diesen Filter merken oder einen gemerkten wählen</translation>
    </message>
    <message>
        <source>Forget the filter in the field</source>
        <translation>Filter im Feld vergessen</translation>
    </message>
    <message>
        <source>Keep the filter in the field</source>
        <translation>Filter im Feld merken</translation>
    </message>
</context>
<context>
    <name>gatehouse::KeyboardPage</name>
    <message>
        <source>No keys</source>
        <translation>Keine Tasten</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>Befehle und ihre Tasten</translation>
    </message>
    <message>
        <source>A &amp;letter alone may be a shortcut in lists</source>
        <translation>In Listen darf ein &amp;Buchstabe allein ein Kürzel sein</translation>
    </message>
    <message>
        <source>Off: speech input and keys that were hit by mistake set nothing off.</source>
        <translation>Aus: Spracheingabe und versehentlich getroffene Tasten lösen nichts aus.</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Alle zurücksetzen</translation>
    </message>
    <message>
        <source>Press the keys here</source>
        <translation>Tasten hier drücken</translation>
    </message>
    <message>
        <source>&amp;Keys of “%1”:</source>
        <translation>&amp;Tasten von „%1“:</translation>
    </message>
    <message>
        <source>Choose a command to change its keys.</source>
        <translation>Wählen Sie einen Befehl, um seine Tasten zu ändern.</translation>
    </message>
    <message>
        <source>⚠ %1 is “%2”.</source>
        <translation>⚠ %1 gehört zu „%2“.</translation>
    </message>
</context>
<context>
    <name>gatehouse::KongDialog</name>
    <message>
        <source>Compare with another gateway</source>
        <translation>Mit anderem Gateway vergleichen</translation>
    </message>
    <message>
        <source>Its configuration is read through its Admin API; nothing is changed there.</source>
        <translation>Seine Konfiguration wird über seine Admin API gelesen; geändert wird dort nichts.</translation>
    </message>
    <message>
        <source>only when it asks for one</source>
        <translation>nur, wenn es eines verlangt</translation>
    </message>
    <message>
        <source>&amp;Address:</source>
        <translation>&amp;Adresse:</translation>
    </message>
    <message>
        <source>&amp;Token:</source>
        <translation>&amp;Token:</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message numerus="yes">
        <source>Reading %1; %n row(s) so far.</source>
        <translation>
            <numerusform>Lese %1; bisher %n Zeile.</numerusform>
            <numerusform>Lese %1; bisher %n Zeilen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lese …</translation>
    </message>
</context>
<context>
    <name>gatehouse::LatencyCard</name>
    <message>
        <source>Time per request, last minute</source>
        <translation>Zeit je Anfrage, letzte Minute</translation>
    </message>
    <message>
        <source>Share of gateway and upstream</source>
        <translation>Anteil von Gateway und Upstream</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Gateway</translation>
    </message>
    <message>
        <source>Upstream</source>
        <translation>Upstream</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Half are faster than</source>
        <translation>Die Hälfte ist schneller als</translation>
    </message>
    <message>
        <source>95 % are faster than</source>
        <translation>95 % sind schneller als</translation>
    </message>
    <message>
        <source>99 % are faster than</source>
        <translation>99 % sind schneller als</translation>
    </message>
</context>
<context>
    <name>gatehouse::LimitHistoryChart</name>
    <message>
        <source>History of the selected bucket</source>
        <translation>Verlauf des gewählten Zählers</translation>
    </message>
    <message numerus="yes">
        <source>%n window(s)</source>
        <translation>
            <numerusform>%n Zeitraum</numerusform>
            <numerusform>%n Zeiträume</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of them full; the running one %2 of %3</source>
        <translation>%1 davon voll; der laufende %2 von %3</translation>
    </message>
    <message>
        <source>limit %1</source>
        <translation>Limit %1</translation>
    </message>
    <message numerus="yes">
        <source>last %n window(s)</source>
        <translation>
            <numerusform>%n letzter Zeitraum</numerusform>
            <numerusform>%n letzte Zeiträume</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::LimitHistoryPanel</name>
    <message>
        <source>From</source>
        <translation>Ab</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Verbraucht</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Select a bucket to see how far it was used in its last windows.</source>
        <translation>Ein gewählter Zähler zeigt hier, wie weit er in den letzten Zeiträumen verbraucht wurde.</translation>
    </message>
</context>
<context>
    <name>gatehouse::LimitsCommands</name>
    <message>
        <source>Change this limit</source>
        <translation>Dieses Limit ändern</translation>
    </message>
    <message>
        <source>Show its requests</source>
        <translation>Seine Anfragen zeigen</translation>
    </message>
    <message>
        <source>Set this counter back to zero</source>
        <translation>Diesen Zähler auf null setzen</translation>
    </message>
</context>
<context>
    <name>gatehouse::LimitsModel</name>
    <message>
        <source>all routes</source>
        <translation>alle Routes</translation>
    </message>
    <message>
        <source>second</source>
        <translation>Sekunde</translation>
    </message>
    <message>
        <source>minute</source>
        <translation>Minute</translation>
    </message>
    <message>
        <source>hour</source>
        <translation>Stunde</translation>
    </message>
    <message>
        <source>day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>year</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>full</source>
        <translation>voll</translation>
    </message>
    <message>
        <source>nearly full</source>
        <translation>fast voll</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2, resets in %n second(s)</source>
        <translation>
            <numerusform>%1 von %2, beginnt in %n Sekunde neu</numerusform>
            <numerusform>%1 von %2, beginnt in %n Sekunden neu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>Limit on</source>
        <translation>Limit auf</translation>
    </message>
    <message>
        <source>Counted for</source>
        <translation>Gezählt für</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Used / limit</source>
        <translation>Verbraucht / Limit</translation>
    </message>
    <message>
        <source>Resets in</source>
        <translation>Beginnt neu in</translation>
    </message>
</context>
<context>
    <name>gatehouse::LimitsPage</name>
    <message>
        <source>Rate limits</source>
        <translation>Limits</translation>
    </message>
    <message>
        <source>Reset all…</source>
        <translation>Alle zurücksetzen …</translation>
    </message>
    <message>
        <source>No limit is counting. A bucket appears here with the first request that a rate-limiting plugin counts, and goes when its window ends.</source>
        <translation>Kein Limit zählt. Ein Zähler erscheint mit der ersten Anfrage, die ein Plugin für Limits zählt, und geht mit dem Ende seines Zeitraums.</translation>
    </message>
    <message>
        <source>Rate-limit counters</source>
        <translation>Zähler der Limits</translation>
    </message>
    <message>
        <source>Reset all counters</source>
        <translation>Alle Zähler zurücksetzen</translation>
    </message>
    <message>
        <source>Set every rate-limit counter back to zero? This cannot be undone.</source>
        <translation>Alle Zähler der Limits auf null setzen? Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Fullest first</source>
        <translation>Vollste zuerst</translation>
    </message>
    <message>
        <source>By limit</source>
        <translation>Nach Limit</translation>
    </message>
    <message>
        <source>By whom they count for</source>
        <translation>Nach dem, für den sie zählen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
</context>
<context>
    <name>gatehouse::LimitsTab</name>
    <message>
        <source>Limits</source>
        <translation>Limits</translation>
    </message>
    <message>
        <source>Nothing limits this consumer: no rate-limiting plugin is switched on.</source>
        <translation>Nichts begrenzt diesen Consumer: kein Plugin rate-limiting ist eingeschaltet.</translation>
    </message>
    <message>
        <source>No limit is counting for this consumer now. A bucket appears with its next request that a rate-limiting plugin counts by consumer or credential; what is counted by address, header or path is under Rate limits.</source>
        <translation>Gerade zählt kein Limit für diesen Consumer. Ein Zähler erscheint mit der nächsten Anfrage, die ein Plugin nach Consumer oder Zugangsdaten zählt; was nach Adresse, Header oder Pfad gezählt wird, steht unter Limits.</translation>
    </message>
    <message>
        <source>The gateway is stopped. Start it with %1; what it counts for this consumer appears here.</source>
        <translation>Das Gateway ist angehalten. Starten Sie es mit %1; was es für diesen Consumer zählt, erscheint hier.</translation>
    </message>
</context>
<context>
    <name>gatehouse::ListEditor</name>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add to %1</source>
        <translation>Zu %1 hinzufügen</translation>
    </message>
    <message>
        <source>Move %1 up</source>
        <translation>%1 nach oben</translation>
    </message>
    <message>
        <source>Move %1 down</source>
        <translation>%1 nach unten</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
</context>
<context>
    <name>gatehouse::LongTextEditor</name>
    <message>
        <source>Load file…</source>
        <translation>Datei laden …</translation>
    </message>
    <message>
        <source>Load %1 from a file</source>
        <translation>%1 aus einer Datei laden</translation>
    </message>
    <message>
        <source>Load %1</source>
        <translation>%1 laden</translation>
    </message>
</context>
<context>
    <name>gatehouse::MainWindow</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;New configuration</source>
        <translation>&amp;Neue Konfiguration</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Öffnen …</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Speichern &amp;unter …</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importieren …</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren …</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Imported %1</source>
        <translation>%1 importiert</translation>
    </message>
    <message>
        <source>No files yet</source>
        <translation>Noch keine Dateien</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Search or run a command…</source>
        <translation>&amp;Suchen oder Befehl ausführen …</translation>
    </message>
    <message>
        <source>&amp;Filter the list</source>
        <translation>Liste &amp;filtern</translation>
    </message>
    <message>
        <source>&amp;Next problem</source>
        <translation>&amp;Nächstes Problem</translation>
    </message>
    <message>
        <source>&amp;Previous problem</source>
        <translation>&amp;Voriges Problem</translation>
    </message>
    <message>
        <source>YAML</source>
        <translation>YAML</translation>
    </message>
    <message>
        <source>YAML &amp;beside the page</source>
        <translation>YAML &amp;neben der Seite</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation>&amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>Hoher &amp;Kontrast</translation>
    </message>
    <message>
        <source>&amp;Gateway</source>
        <translation>&amp;Gateway</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Starten</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>&amp;Restart</source>
        <translation>&amp;Neu starten</translation>
    </message>
    <message>
        <source>&amp;Copy the proxy&apos;s URL</source>
        <translation>Adresse des Proxys &amp;kopieren</translation>
    </message>
    <message>
        <source>Start with the sa&amp;mple</source>
        <translation>Mit dem &amp;Beispiel starten</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Help on &amp;this</source>
        <translation>Hilfe zu &amp;diesem</translation>
    </message>
    <message>
        <source>&amp;Help pages</source>
        <translation>&amp;Hilfeseiten</translation>
    </message>
    <message>
        <source>&amp;Tour of the sample</source>
        <translation>&amp;Rundgang durch das Beispiel</translation>
    </message>
    <message>
        <source>&amp;About Gatehouse</source>
        <translation>&amp;Über Gatehouse</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Gateway</translation>
    </message>
    <message>
        <source>Search… %1</source>
        <translation>Suchen … %1</translation>
    </message>
    <message>
        <source>About Gatehouse</source>
        <translation>Über Gatehouse</translation>
    </message>
    <message>
        <source>Gatehouse %1</source>
        <translation>Gatehouse %1</translation>
    </message>
    <message>
        <source>An API gateway on your desktop. It loads Kong&apos;s declarative configuration and answers Kong&apos;s Admin API.

Licensed under the GNU General Public License, version 3 or later.</source>
        <translation>Ein API-Gateway auf Ihrem Schreibtisch. Es lädt Kongs deklarative Konfiguration und antwortet auf Kongs Admin API.

Lizenziert unter der GNU General Public License, Version 3 oder später.</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>&amp;Rückgängig: %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>&amp;Wiederholen: %1</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Observe</source>
        <translation>Beobachten</translation>
    </message>
    <message>
        <source>Configure</source>
        <translation>Einrichten</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Durchsehen</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Unbenannt</translation>
    </message>
    <message>
        <source>%1[*] — Gatehouse</source>
        <translation>%1[*] — Gatehouse</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Problems &amp;below the page</source>
        <translation>Probleme &amp;unter der Seite</translation>
    </message>
    <message>
        <source>Ne&amp;xt pane</source>
        <translation>Nä&amp;chster Bereich</translation>
    </message>
    <message>
        <source>Pre&amp;vious pane</source>
        <translation>V&amp;origer Bereich</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>For&amp;ward</source>
        <translation>&amp;Vor</translation>
    </message>
    <message>
        <source>help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Decode this token</source>
        <translation>Dieses Token lesen</translation>
    </message>
    <message>
        <source>JWT</source>
        <translation>JWT</translation>
    </message>
    <message>
        <source>No route matches this request</source>
        <translation>Keine Route passt zu dieser Anfrage</translation>
    </message>
    <message>
        <source>Route %1 matches this request</source>
        <translation>Die Route %1 passt zu dieser Anfrage</translation>
    </message>
    <message>
        <source>Your edits are not applied: %1 The gateway keeps running the last good revision.</source>
        <translation>Ihre Änderungen sind nicht angewendet: %1 Das Gateway läuft mit der letzten guten Fassung weiter.</translation>
    </message>
    <message>
        <source>Show problems</source>
        <translation>Probleme zeigen</translation>
    </message>
    <message>
        <source>Appl&amp;y:</source>
        <translation>An&amp;wenden:</translation>
    </message>
    <message>
        <source>How edits reach the running gateway</source>
        <translation>Wie Änderungen zum laufenden Gateway kommen</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Staged</source>
        <translation>Gesammelt</translation>
    </message>
    <message>
        <source>Automatic: valid edits run at once. Staged: they gather until you apply them.</source>
        <translation>Automatisch: gültige Änderungen laufen sofort. Gesammelt: sie warten, bis Sie sie anwenden.</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) not applied</source>
        <translation>
            <numerusform>%n Änderung nicht angewendet</numerusform>
            <numerusform>%n Änderungen nicht angewendet</numerusform>
        </translation>
    </message>
    <message>
        <source>Review…</source>
        <translation>Ansehen …</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Discard changes that were not applied</source>
        <translation>Nicht angewendete Änderungen verwerfen</translation>
    </message>
    <message>
        <source>Changes that are not applied</source>
        <translation>Änderungen, die nicht angewendet sind</translation>
    </message>
    <message>
        <source>%1 changed on disk and cannot be read.</source>
        <translation>%1 wurde auf der Platte geändert und ist nicht lesbar.</translation>
    </message>
    <message>
        <source>%1 changed on disk.</source>
        <translation>%1 wurde auf der Platte geändert.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Load theirs</source>
        <translation>Die andere laden</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Meine behalten</translation>
    </message>
    <message>
        <source>Your configuration against the file</source>
        <translation>Ihre Konfiguration und die Datei</translation>
    </message>
    <message>
        <source>Recover unsaved changes</source>
        <translation>Ungespeicherte Änderungen wiederherstellen</translation>
    </message>
    <message>
        <source>Recovered unsaved changes from %1.</source>
        <translation>Ungespeicherte Änderungen von %1 wiederhergestellt.</translation>
    </message>
    <message>
        <source>Show what changed</source>
        <translation>Änderungen zeigen</translation>
    </message>
    <message>
        <source>Recovered changes</source>
        <translation>Wiederhergestellte Änderungen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Why: its last request in full</source>
        <translation>Warum: die letzte Anfrage im Einzelnen</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>Einschalten</translation>
    </message>
    <message>
        <source>Copy as YAML</source>
        <translation>Als YAML kopieren</translation>
    </message>
    <message>
        <source>Copy as Admin API call</source>
        <translation>Als Admin-API-Aufruf kopieren</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Loaded %1 again</source>
        <translation>%1 neu geladen</translation>
    </message>
    <message>
        <source>Secrets have a place now</source>
        <translation>Geheimnisse haben nun einen Ort</translation>
    </message>
    <message>
        <source>There are unsaved changes of an earlier run. %1</source>
        <translation>Es gibt ungespeicherte Änderungen eines früheren Laufs. %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Open fol&amp;der…</source>
        <translation>Or&amp;dner öffnen …</translation>
    </message>
    <message>
        <source>&amp;Larger traffic and YAML</source>
        <translation>Verkehr und YAML &amp;größer</translation>
    </message>
    <message>
        <source>S&amp;maller traffic and YAML</source>
        <translation>Verkehr und YAML &amp;kleiner</translation>
    </message>
    <message>
        <source>&amp;Usual size of traffic and YAML</source>
        <translation>Verkehr und YAML in &amp;üblicher Größe</translation>
    </message>
    <message>
        <source>&amp;Apply the edits</source>
        <translation>Änderungen &amp;anwenden</translation>
    </message>
    <message>
        <source>Add &amp;certificates…</source>
        <translation>&amp;Zertifikate hinzufügen …</translation>
    </message>
    <message>
        <source>Open &amp;log file…</source>
        <translation>&amp;Log-Datei öffnen …</translation>
    </message>
    <message numerus="yes">
        <source>Add %n certificate(s)</source>
        <translation>
            <numerusform>%n Zertifikat hinzufügen</numerusform>
            <numerusform>%n Zertifikate hinzufügen</numerusform>
        </translation>
    </message>
    <message>
        <source>Cannot read %1: %2</source>
        <translation>%1 ist nicht lesbar: %2</translation>
    </message>
    <message>
        <source>Add certificates</source>
        <translation>Zertifikate hinzufügen</translation>
    </message>
    <message>
        <source>Certificates and keys (*.pem *.crt *.cer *.key *.p12 *.pfx)</source>
        <translation>Zertifikate und Schlüssel (*.pem *.crt *.cer *.key *.p12 *.pfx)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>There is no certificate and no key in these files.</source>
        <translation>In diesen Dateien steht weder ein Zertifikat noch ein Schlüssel.</translation>
    </message>
    <message>
        <source>Open a log file</source>
        <translation>Log-Datei öffnen</translation>
    </message>
    <message>
        <source>Logs of file-log, HAR files (*.log *.json *.jsonl *.har)</source>
        <translation>Logs von file-log, HAR-Dateien (*.log *.json *.jsonl *.har)</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Zugang</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>S&amp;top now</source>
        <translation>Sofort &amp;anhalten</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Ausprobieren</translation>
    </message>
    <message>
        <source>Send a request as this consumer</source>
        <translation>Anfrage als dieser Consumer senden</translation>
    </message>
    <message>
        <source>Copy a curl line</source>
        <translation>curl-Zeile kopieren</translation>
    </message>
    <message>
        <source>Open in request tester</source>
        <translation>Unter Anfragen öffnen</translation>
    </message>
</context>
<context>
    <name>gatehouse::MapEditor</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>F2 edits, Delete removes the row, Ctrl+V takes lines of “name: value”.</source>
        <translation>F2 bearbeitet, Entf löscht die Zeile, Strg+V nimmt Zeilen der Form „Name: Wert“.</translation>
    </message>
    <message>
        <source>row %1 has no name</source>
        <translation>Zeile %1 hat keinen Namen</translation>
    </message>
    <message>
        <source>%1 is there twice</source>
        <translation>%1 steht zweimal da</translation>
    </message>
</context>
<context>
    <name>gatehouse::MatchStrip</name>
    <message>
        <source>Method of the test request</source>
        <translation>Methode der Probeanfrage</translation>
    </message>
    <message>
        <source>URL of the test request</source>
        <translation>URL der Probeanfrage</translation>
    </message>
    <message>
        <source>Test match: a URL or path, e.g. http://localhost:8000/orders/17</source>
        <translation>Probe: eine URL oder ein Pfad, z. B. http://localhost:8000/orders/17</translation>
    </message>
    <message>
        <source>&amp;Test match</source>
        <translation>&amp;Probe</translation>
    </message>
    <message>
        <source>✓ matches this route via %1</source>
        <translation>✓ passt zu dieser Route durch %1</translation>
    </message>
    <message>
        <source>✗ no route matches; this one does not because %1</source>
        <translation>✗ keine Route passt; diese nicht, denn %1</translation>
    </message>
    <message>
        <source>✗ goes to %1 via %2; not here because %3</source>
        <translation>✗ geht an %1 durch %2; nicht hierher, denn %3</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Header</translation>
    </message>
    <message>
        <source>Headers of the test request</source>
        <translation>Header der Probeanfrage</translation>
    </message>
    <message>
        <source>name: value, one to a line</source>
        <translation>Name: Wert, je Zeile einer</translation>
    </message>
    <message>
        <source>⛔ The headers are not understood: name: value, one to a line</source>
        <translation>⛔ Die Header sind nicht zu verstehen: Name: Wert, je Zeile einer</translation>
    </message>
</context>
<context>
    <name>gatehouse::MessageArea</name>
    <message>
        <source>Close the message</source>
        <translation>Meldung schließen</translation>
    </message>
</context>
<context>
    <name>gatehouse::MintTab</name>
    <message>
        <source>%1 (locked):</source>
        <translation>%1 (fest):</translation>
    </message>
    <message>
        <source>in 5 minutes</source>
        <translation>in 5 Minuten</translation>
    </message>
    <message>
        <source>in 1 hour</source>
        <translation>in 1 Stunde</translation>
    </message>
    <message>
        <source>in 8 hours</source>
        <translation>in 8 Stunden</translation>
    </message>
    <message>
        <source>in 1 day</source>
        <translation>in 1 Tag</translation>
    </message>
    <message>
        <source>in 30 days</source>
        <translation>in 30 Tagen</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Cre&amp;dential:</source>
        <translation>Zugangsda&amp;ten:</translation>
    </message>
    <message>
        <source>For ro&amp;ute:</source>
        <translation>Für Ro&amp;ute:</translation>
    </message>
    <message>
        <source>Key of the credential</source>
        <translation>Schlüssel der Zugangsdaten</translation>
    </message>
    <message>
        <source>E&amp;xpires:</source>
        <translation>&amp;Läuft ab:</translation>
    </message>
    <message>
        <source>Choose a &amp;PEM file…</source>
        <translation>PEM-Datei &amp;wählen …</translation>
    </message>
    <message>
        <source>Private key:</source>
        <translation>Privater Schlüssel:</translation>
    </message>
    <message>
        <source>Mo&amp;re claims:</source>
        <translation>Weite&amp;re Claims:</translation>
    </message>
    <message>
        <source>More claims</source>
        <translation>Weitere Claims</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>Claim</translation>
    </message>
    <message>
        <source>Value: JSON, or else text</source>
        <translation>Wert: JSON, sonst Text</translation>
    </message>
    <message>
        <source>&amp;Add a claim</source>
        <translation>Claim hin&amp;zufügen</translation>
    </message>
    <message>
        <source>Remove &amp;it</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Make the &amp;token</source>
        <translation>Token er&amp;stellen</translation>
    </message>
    <message>
        <source>Add the first credential</source>
        <translation>Erste Zugangsdaten hinzufügen</translation>
    </message>
    <message>
        <source>Token that was made</source>
        <translation>Erstelltes Token</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy a cur&amp;l line</source>
        <translation>curl-Zeile ko&amp;pieren</translation>
    </message>
    <message>
        <source>Chec&amp;k it</source>
        <translation>Prü&amp;fen</translation>
    </message>
    <message>
        <source>%1: %2 (%3)</source>
        <translation>%1: %2 (%3)</translation>
    </message>
    <message>
        <source>The configuration has the public key only.</source>
        <translation>Die Konfiguration hat nur den öffentlichen Schlüssel.</translation>
    </message>
    <message>
        <source>Choose the private key</source>
        <translation>Privaten Schlüssel wählen</translation>
    </message>
    <message>
        <source>PEM files (*.pem *.key)</source>
        <translation>PEM-Dateien (*.pem *.key)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 ist nicht lesbar: %2</translation>
    </message>
    <message>
        <source>%1, for this token only</source>
        <translation>%1, nur für dieses Token</translation>
    </message>
    <message>
        <source>The token is made here and never leaves this program.</source>
        <translation>Das Token wird hier erstellt und verlässt dieses Programm nie.</translation>
    </message>
    <message>
        <source>There is no jwt credential yet. A consumer has it.</source>
        <translation>Noch gibt es keinen JWT-Zugang. Er gehört zu einem Consumer.</translation>
    </message>
    <message>
        <source>The credential names no algorithm of a token.</source>
        <translation>Die Zugangsdaten nennen keinen Algorithmus für Token.</translation>
    </message>
    <message>
        <source>Choose the private key first.</source>
        <translation>Zuerst den privaten Schlüssel wählen.</translation>
    </message>
    <message>
        <source>Made. It is hidden until you show it.</source>
        <translation>Erstellt. Es bleibt verborgen, bis es gezeigt wird.</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
</context>
<context>
    <name>gatehouse::Navigation</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
</context>
<context>
    <name>gatehouse::NextSteps</name>
    <message>
        <source>Send a request</source>
        <translation>Anfrage senden</translation>
    </message>
    <message>
        <source>Protect a route</source>
        <translation>Route schützen</translation>
    </message>
    <message>
        <source>Save the configuration</source>
        <translation>Konfiguration speichern</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>Erledigt: %1</translation>
    </message>
    <message>
        <source>To do: %1</source>
        <translation>Zu tun: %1</translation>
    </message>
    <message>
        <source>Send a request to the gateway; it appears under Traffic.</source>
        <translation>Senden Sie eine Anfrage an das Gateway; sie erscheint unter Verkehr.</translation>
    </message>
    <message>
        <source>Add a plugin that asks who is calling, such as key-auth, to a route: under Plugins.</source>
        <translation>Geben Sie einer Route ein Plugin, das nach dem Aufrufer fragt, etwa key-auth: unter Plugins.</translation>
    </message>
    <message>
        <source>Save the configuration in a file; Kong itself loads it.</source>
        <translation>Speichern Sie die Konfiguration in einer Datei; Kong selbst lädt sie.</translation>
    </message>
</context>
<context>
    <name>gatehouse::NumberEditor</name>
    <message>
        <source>expected a whole number</source>
        <translation>erwartet eine ganze Zahl</translation>
    </message>
    <message>
        <source>expected a number</source>
        <translation>erwartet eine Zahl</translation>
    </message>
</context>
<context>
    <name>gatehouse::OverviewLists</name>
    <message>
        <source>No traffic in the last five minutes.</source>
        <translation>Kein Verkehr in den letzten fünf Minuten.</translation>
    </message>
    <message>
        <source>Busiest routes, 5 min</source>
        <translation>Meistbenutzte Routes, 5 min</translation>
    </message>
    <message>
        <source>Busiest consumers, 5 min</source>
        <translation>Aktivste Consumers, 5 min</translation>
    </message>
    <message>
        <source>Most frequent errors, 5 min</source>
        <translation>Häufigste Fehler, 5 min</translation>
    </message>
    <message>
        <source>No answer of 400 or above.</source>
        <translation>Keine Antwort ab 400.</translation>
    </message>
    <message>
        <source>Limits close to full</source>
        <translation>Fast volle Limits</translation>
    </message>
    <message>
        <source>No limit is used to 80 %.</source>
        <translation>Kein Limit ist zu 80 % verbraucht.</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>Keine.</translation>
    </message>
    <message>
        <source>Certificates that expire</source>
        <translation>Ablaufende Zertifikate</translation>
    </message>
    <message>
        <source>None ends within 30 days.</source>
        <translation>Keines endet in den nächsten 30 Tagen.</translation>
    </message>
    <message numerus="yes">
        <source>%1 from %2, %n time(s)</source>
        <translation>
            <numerusform>%1 von %2, %n-mal</numerusform>
            <numerusform>%1 von %2, %n-mal</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Gateway</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Admin API</source>
        <translation>Admin API</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Konfiguration</translation>
    </message>
    <message>
        <source>Running for</source>
        <translation>Läuft seit</translation>
    </message>
    <message>
        <source>Show traffic</source>
        <translation>Verkehr zeigen</translation>
    </message>
    <message>
        <source>Show rate limits</source>
        <translation>Limits zeigen</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Enthält</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Show problems</source>
        <translation>Probleme zeigen</translation>
    </message>
    <message>
        <source>Command to send a request</source>
        <translation>Befehl, der eine Anfrage sendet</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Start the gateway</source>
        <translation>Gateway starten</translation>
    </message>
    <message>
        <source>Start with the sample</source>
        <translation>Mit dem Beispiel beginnen</translation>
    </message>
    <message>
        <source>Open kong.yml…</source>
        <translation>kong.yml öffnen …</translation>
    </message>
    <message>
        <source>● Running</source>
        <translation>● Läuft</translation>
    </message>
    <message>
        <source>◐ Stopping</source>
        <translation>◐ Hält an</translation>
    </message>
    <message>
        <source>○ Stopped</source>
        <translation>○ Angehalten</translation>
    </message>
    <message>
        <source>revision %1</source>
        <translation>Fassung %1</translation>
    </message>
    <message>
        <source>not saved in a file</source>
        <translation>in keiner Datei gespeichert</translation>
    </message>
    <message>
        <source>%1, changed</source>
        <translation>%1, geändert</translation>
    </message>
    <message>
        <source>%1 services, %2 routes, %3 consumers, %4 plugins</source>
        <translation>%1 Services, %2 Routes, %3 Consumers, %4 Plugins</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>The gateway runs, but it has no routes. Load the sample, open a file, or use the Admin API.</source>
        <translation>Das Gateway läuft, hat aber keine Routes. Laden Sie das Beispiel, öffnen Sie eine Datei, oder benutzen Sie die Admin API.</translation>
    </message>
    <message>
        <source>See a gateway at work with three built-in services, or open a configuration of your own.</source>
        <translation>Sehen Sie ein Gateway mit drei eingebauten Services bei der Arbeit, oder öffnen Sie Ihre eigene Konfiguration.</translation>
    </message>
    <message>
        <source>The configuration is loaded. Start the gateway to serve it.</source>
        <translation>Die Konfiguration ist geladen. Starten Sie das Gateway, damit sie läuft.</translation>
    </message>
    <message>
        <source>Next steps</source>
        <translation>Nächste Schritte</translation>
    </message>
    <message>
        <source>Requests to the gateway appear under Traffic. One to begin with:</source>
        <translation>Anfragen an das Gateway erscheinen unter Verkehr. Eine für den Anfang:</translation>
    </message>
</context>
<context>
    <name>gatehouse::PairsModel</name>
    <message>
        <source>new name</source>
        <translation>neuer Name</translation>
    </message>
    <message>
        <source>new value</source>
        <translation>neuer Wert</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>gatehouse::PathsEditor</name>
    <message>
        <source>Add a path; “~” begins a regular expression</source>
        <translation>Pfad hinzufügen; „~“ beginnt einen regulären Ausdruck</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Path %1</source>
        <translation>Pfad %1</translation>
    </message>
    <message>
        <source>Move path %1 up</source>
        <translation>Pfad %1 nach oben</translation>
    </message>
    <message>
        <source>Move path %1 down</source>
        <translation>Pfad %1 nach unten</translation>
    </message>
    <message>
        <source>Remove path %1</source>
        <translation>Pfad %1 entfernen</translation>
    </message>
    <message>
        <source>regex</source>
        <translation>Regex</translation>
    </message>
    <message>
        <source>prefix</source>
        <translation>Präfix</translation>
    </message>
    <message>
        <source>%1, column %2</source>
        <translation>%1, Spalte %2</translation>
    </message>
</context>
<context>
    <name>gatehouse::Pkcs12Dialog</name>
    <message>
        <source>Certificate from a file</source>
        <translation>Zertifikat aus einer Datei</translation>
    </message>
    <message>
        <source>%1 holds a certificate with its key. Its passphrase is used once and not kept.</source>
        <translation>%1 enthält ein Zertifikat mit seinem Schlüssel. Die Passphrase wird einmal gebraucht und nicht aufbewahrt.</translation>
    </message>
    <message>
        <source>&amp;Passphrase:</source>
        <translation>&amp;Passphrase:</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
</context>
<context>
    <name>gatehouse::PluginGallery</name>
    <message>
        <source>Kept and exported, not executed here. %1</source>
        <translation>Bleibt erhalten und wird exportiert, läuft hier nicht. %1</translation>
    </message>
    <message>
        <source>Add a plugin</source>
        <translation>Plugin hinzufügen</translation>
    </message>
    <message>
        <source>Filter plugins</source>
        <translation>Plugins filtern</translation>
    </message>
    <message>
        <source>Plugins</source>
        <translation>Plugins</translation>
    </message>
    <message>
        <source>Plugin</source>
        <translation>Plugin</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Was es tut</translation>
    </message>
    <message>
        <source>Applies to</source>
        <translation>Gilt für</translation>
    </message>
    <message>
        <source>Which one</source>
        <translation>Wofür genau</translation>
    </message>
    <message>
        <source>&amp;Applies to:</source>
        <translation>&amp;Gilt für:</translation>
    </message>
    <message>
        <source>Configure</source>
        <translation>Einrichten</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Andere</translation>
    </message>
    <message>
        <source>the chosen one</source>
        <translation>das Gewählte</translation>
    </message>
    <message>
        <source>everything (global)</source>
        <translation>alles (global)</translation>
    </message>
    <message>
        <source>one service</source>
        <translation>einen Service</translation>
    </message>
    <message>
        <source>one route</source>
        <translation>eine Route</translation>
    </message>
    <message>
        <source>one consumer</source>
        <translation>einen Consumer</translation>
    </message>
</context>
<context>
    <name>gatehouse::PrivateKeyEditor</name>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>%1 zeigen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>%1 kopieren</translation>
    </message>
    <message>
        <source>Hidden until shown. Pasting replaces it.</source>
        <translation>Verborgen, bis er gezeigt wird. Einfügen ersetzt ihn.</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
</context>
<context>
    <name>gatehouse::ProblemList</name>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Go to where it can be repaired</source>
        <translation>Dorthin gehen, wo es sich beheben lässt</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Show this warning again</source>
        <translation>Diese Warnung wieder zeigen</translation>
    </message>
    <message>
        <source>Mute this warning…</source>
        <translation>Diese Warnung stummschalten …</translation>
    </message>
    <message>
        <source>Mute this warning</source>
        <translation>Diese Warnung stummschalten</translation>
    </message>
    <message>
        <source>%1

Why is it right as it is? (kept in the project&apos;s settings)</source>
        <translation>%1

Warum ist es so richtig? (steht dann in den Einstellungen des Projekts)</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Stummschalten</translation>
    </message>
</context>
<context>
    <name>gatehouse::ProblemModel</name>
    <message>
        <source>⊘ error</source>
        <translation>⊘ Fehler</translation>
    </message>
    <message>
        <source>! warning</source>
        <translation>! Warnung</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>– muted</source>
        <translation>– stummgeschaltet</translation>
    </message>
    <message>
        <source>%1 Muted: %2</source>
        <translation>%1 Stummgeschaltet: %2</translation>
    </message>
</context>
<context>
    <name>gatehouse::ProblemsPage</name>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Alle kopieren</translation>
    </message>
    <message>
        <source>No problems. What a file holds that the gateway cannot use, and changes it could not apply, are listed here.</source>
        <translation>Keine Probleme. Hier steht, was das Gateway aus einer Datei nicht benutzen kann, und welche Änderungen es nicht anwenden konnte.</translation>
    </message>
    <message numerus="yes">
        <source>Show %n muted</source>
        <translation>
            <numerusform>%n stummgeschaltete Warnung zeigen</numerusform>
            <numerusform>%n stummgeschaltete Warnungen zeigen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::Project</name>
    <message>
        <source>Load %1</source>
        <translation>%1 laden</translation>
    </message>
    <message>
        <source>The secrets must be kept before the file can be written without them.</source>
        <translation>Die Geheimnisse müssen abgelegt sein, bevor die Datei ohne sie geschrieben werden kann.</translation>
    </message>
    <message>
        <source>Secrets are missing: %1.</source>
        <translation>Es fehlen Geheimnisse: %1.</translation>
    </message>
    <message>
        <source>%1 has no value.</source>
        <translation>%1 hat keinen Wert.</translation>
    </message>
    <message>
        <source>Move to %1</source>
        <translation>Nach %1 verschieben</translation>
    </message>
    <message>
        <source>Load a configuration</source>
        <translation>Konfiguration laden</translation>
    </message>
</context>
<context>
    <name>gatehouse::ProjectSecrets</name>
    <message>
        <source>%1 cannot be read. %2</source>
        <translation>%1 ist nicht lesbar. %2</translation>
    </message>
    <message>
        <source>Cannot read %1: %2</source>
        <translation>%1 ist nicht lesbar: %2</translation>
    </message>
</context>
<context>
    <name>gatehouse::RecordRows</name>
    <message numerus="yes">
        <source>Advanced (%n left at their default)</source>
        <translation>
            <numerusform>Weiteres (%n auf Vorgabe)</numerusform>
            <numerusform>Weiteres (%n auf Vorgabe)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::RecordedTrafficDialog</name>
    <message>
        <source>Requests of %1</source>
        <translation>Anfragen aus %1</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <translation>%1 von %2 gezeigt</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) or entries could not be read</source>
        <translation>
            <numerusform>%n Zeile oder Eintrag ist nicht lesbar</numerusform>
            <numerusform>%n Zeilen oder Einträge sind nicht lesbar</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::RequestBook</name>
    <message>
        <source>The requests in %1 cannot be read: %2</source>
        <translation>Die Anfragen in %1 sind nicht lesbar: %2</translation>
    </message>
    <message>
        <source>%1 holds something else by now, and is not written over.</source>
        <translation>%1 enthält inzwischen etwas anderes und wird nicht überschrieben.</translation>
    </message>
</context>
<context>
    <name>gatehouse::RequestEditor</name>
    <message>
        <source>&amp;Send</source>
        <translation>&amp;Senden</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>Abbre&amp;chen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>wor&amp;king configuration (not applied)</source>
        <translation>Arbeits&amp;konfiguration (nicht angewendet)</translation>
    </message>
    <message>
        <source>Query parameters</source>
        <translation>Query-Parameter</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Header</translation>
    </message>
    <message>
        <source>Show secret va&amp;lues</source>
        <translation>Geheime Werte &amp;zeigen</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>/path for the gateway, a URL, or paste a curl line</source>
        <translation>/Pfad für das Gateway, eine URL, oder curl-Zeile einfügen</translation>
    </message>
    <message>
        <source>Waiting for the answer</source>
        <translation>Warte auf die Antwort</translation>
    </message>
    <message>
        <source>A gateway of its own runs what the lists show, for this request only. Its counters are its own, so limits begin at zero; services are really asked, and logs written.</source>
        <translation>Ein eigenes Gateway führt aus, was die Listen zeigen, nur für diese Anfrage. Seine Zähler sind eigene, Limits beginnen also bei null; Services werden wirklich angefragt und Logs geschrieben.</translation>
    </message>
    <message>
        <source>Against</source>
        <translation>Gegen</translation>
    </message>
    <message>
        <source>The request was filled from a curl line.</source>
        <translation>Die Anfrage wurde aus einer curl-Zeile ausgefüllt.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>tab with the number of its rows</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Params</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Body</translation>
    </message>
    <message>
        <source>Body ●</source>
        <translation>Body ●</translation>
    </message>
    <message>
        <source>Expect</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>Expect ●</source>
        <translation>Erwartet ●</translation>
    </message>
    <message>
        <source>&amp;running revision r%1</source>
        <translation>&amp;laufende Fassung r%1</translation>
    </message>
    <message>
        <source>&amp;running gateway (stopped now)</source>
        <translation>&amp;laufendes Gateway (jetzt angehalten)</translation>
    </message>
</context>
<context>
    <name>gatehouse::RequestNameDialog</name>
    <message>
        <source>Save the request</source>
        <translation>Anfrage speichern</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>&amp;Ordner</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>⛔ There is a request of this name already.</source>
        <translation>⛔ Eine Anfrage dieses Namens gibt es schon.</translation>
    </message>
</context>
<context>
    <name>gatehouse::RequestSender</name>
    <message>
        <source>The gateway is stopped.</source>
        <translation>Das Gateway ist angehalten.</translation>
    </message>
</context>
<context>
    <name>gatehouse::RequestTree</name>
    <message>
        <source>Saved requests</source>
        <translation>Gespeicherte Anfragen</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Nicht gespeichert</translation>
    </message>
</context>
<context>
    <name>gatehouse::RequestsPage</name>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Run all</source>
        <translation>Alle ausführen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Requests that were sent</source>
        <translation>Gesendete Anfragen</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>“Save” keeps a request in this list, to be sent again and run with all others.</source>
        <translation>„Speichern“ behält eine Anfrage in dieser Liste, um sie erneut zu senden und mit allen anderen auszuführen.</translation>
    </message>
    <message>
        <source>The request that was not saved was replaced.</source>
        <translation>Die nicht gespeicherte Anfrage wurde ersetzt.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Repeated %1: %2</source>
        <translation>%1 wiederholt: %2</translation>
    </message>
    <message>
        <source>Edit and send</source>
        <translation>Bearbeiten und senden</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>, changed</source>
        <translation>, geändert</translation>
    </message>
    <message>
        <source>No request is saved yet</source>
        <translation>Noch ist keine Anfrage gespeichert</translation>
    </message>
    <message numerus="yes">
        <source>✓ All %n as expected</source>
        <translation>
            <numerusform>✓ %n wie erwartet</numerusform>
            <numerusform>✓ Alle %n wie erwartet</numerusform>
        </translation>
    </message>
    <message>
        <source>✗ %1 of %2 not as expected</source>
        <translation>✗ %1 von %2 nicht wie erwartet</translation>
    </message>
    <message>
        <source>Saved without %1, which is secret. Choose a consumer beside “As” instead.</source>
        <translation>Ohne %1 gespeichert, da geheim. Stattdessen neben „Als“ einen Consumer wählen.</translation>
    </message>
    <message>
        <source>Rename the folder</source>
        <translation>Ordner umbenennen</translation>
    </message>
    <message>
        <source>Folder:</source>
        <translation>Ordner:</translation>
    </message>
    <message numerus="yes">
        <source>Deleted %n request(s) of %1</source>
        <translation>
            <numerusform>%n Anfrage aus %1 gelöscht</numerusform>
            <numerusform>%n Anfragen aus %1 gelöscht</numerusform>
        </translation>
    </message>
    <message>
        <source>Deleted the request %1</source>
        <translation>Anfrage %1 gelöscht</translation>
    </message>
    <message>
        <source>Load the file</source>
        <translation>Datei laden</translation>
    </message>
    <message>
        <source>Write over it</source>
        <translation>Überschreiben</translation>
    </message>
</context>
<context>
    <name>gatehouse::RevisionModel</name>
    <message>
        <source>Admin API</source>
        <translation>Admin API</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>angeheftet</translation>
    </message>
    <message>
        <source>%1 added, %2 removed, %3 changed</source>
        <translation>%1 dazu, %2 entfernt, %3 geändert</translation>
    </message>
    <message>
        <source>pinned: %1</source>
        <translation>angeheftet: %1</translation>
    </message>
    <message>
        <source>%1, runs</source>
        <translation>%1, läuft</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>Fassung</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Was sich änderte</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Angeheftet</translation>
    </message>
</context>
<context>
    <name>gatehouse::Revisions</name>
    <message>
        <source>The first configuration</source>
        <translation>Die erste Konfiguration</translation>
    </message>
</context>
<context>
    <name>gatehouse::RouteAnalysis</name>
    <message>
        <source>never matches: every request it accepts is taken by %1</source>
        <translation>trifft nie zu: jede Anfrage, die sie annimmt, bekommt %1</translation>
    </message>
</context>
<context>
    <name>gatehouse::RuleStrip</name>
    <message>
        <source>At least one of %1</source>
        <translation>Mindestens eines von %1</translation>
    </message>
    <message>
        <source>Exactly one of %1</source>
        <translation>Genau eines von %1</translation>
    </message>
    <message>
        <source>%1 must differ</source>
        <translation>%1 müssen sich unterscheiden</translation>
    </message>
    <message>
        <source>All or none of %1</source>
        <translation>Alle oder keines von %1</translation>
    </message>
    <message>
        <source>At most one of %1</source>
        <translation>Höchstens eines von %1</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
</context>
<context>
    <name>gatehouse::SecretCommands</name>
    <message>
        <source>&amp;Keep secrets in the keychain</source>
        <translation>&amp;Geheimnisse im Schlüsselbund ablegen</translation>
    </message>
    <message>
        <source>The file then names its secrets and holds none. Counts from the next save on.</source>
        <translation>Die Datei nennt ihre Geheimnisse dann nur und enthält keine. Gilt ab dem nächsten Speichern.</translation>
    </message>
    <message>
        <source>Reading the secrets of %1 from the keychain…</source>
        <translation>Lese die Geheimnisse von %1 aus dem Schlüsselbund …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%1 was not opened: the configuration was edited meanwhile.</source>
        <translation>%1 wurde nicht geöffnet: die Konfiguration wurde inzwischen bearbeitet.</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Trotzdem öffnen</translation>
    </message>
    <message>
        <source>Choose where secrets are kept…</source>
        <translation>Ort für Geheimnisse wählen …</translation>
    </message>
    <message numerus="yes">
        <source>%n secret(s) of %1 have no value: %2. Type them into their fields, or set them with “gatehousectl secrets set NAME”. Until then no revision with them runs.</source>
        <translation>
            <numerusform>%n Geheimnis von %1 hat keinen Wert: %2. Tippen Sie es in sein Feld, oder setzen Sie es mit „gatehousectl secrets set NAME“. Bis dahin läuft keine Fassung damit.</numerusform>
            <numerusform>%n Geheimnisse von %1 haben keinen Wert: %2. Tippen Sie sie in ihre Felder, oder setzen Sie sie mit „gatehousectl secrets set NAME“. Bis dahin läuft keine Fassung damit.</numerusform>
        </translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Remove &amp;unused secrets…</source>
        <translation>&amp;Unbenutzte Geheimnisse entfernen …</translation>
    </message>
    <message numerus="yes">
        <source>%n secret(s) stay until the file is opened again, as undo may bring their rows back.</source>
        <translation>
            <numerusform>%n Geheimnis bleibt, bis die Datei wieder geöffnet wird, denn Rückgängig kann seine Zeile zurückholen.</numerusform>
            <numerusform>%n Geheimnisse bleiben, bis die Datei wieder geöffnet wird, denn Rückgängig kann ihre Zeilen zurückholen.</numerusform>
        </translation>
    </message>
    <message>
        <source>No secret can be removed: the files of the folder ask for all of them.</source>
        <translation>Es gibt nichts zu entfernen: Die Dateien des Ordners verlangen alle Geheimnisse.</translation>
    </message>
    <message>
        <source>Remove unused secrets</source>
        <translation>Unbenutzte Geheimnisse entfernen</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n secret(s) for good? No file of the folder asks for them.</source>
        <translation>
            <numerusform>%n Geheimnis endgültig entfernen? Keine Datei des Ordners verlangt es.</numerusform>
            <numerusform>%n Geheimnisse endgültig entfernen? Keine Datei des Ordners verlangt sie.</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message numerus="yes">
        <source>%n secret(s) removed.</source>
        <translation>
            <numerusform>%n Geheimnis entfernt.</numerusform>
            <numerusform>%n Geheimnisse entfernt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::SecretEditor</name>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>%1 zeigen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>%1 kopieren</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>Erzeugen</translation>
    </message>
    <message>
        <source>Generate %1</source>
        <translation>%1 erzeugen</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
</context>
<context>
    <name>gatehouse::SecretKeeper</name>
    <message>
        <source>Its key is not there.</source>
        <translation>Der Schlüssel dazu ist nicht da.</translation>
    </message>
    <message>
        <source>The unsaved secrets cannot be read. %1</source>
        <translation>Die ungespeicherten Geheimnisse sind nicht lesbar. %1</translation>
    </message>
</context>
<context>
    <name>gatehouse::SecretPlaceDialog</name>
    <message>
        <source>Use an &amp;encrypted file</source>
        <translation>&amp;Verschlüsselte Datei benutzen</translation>
    </message>
    <message>
        <source>Keep in &amp;memory for this session</source>
        <translation>Für diese Sitzung im &amp;Arbeitsspeicher behalten</translation>
    </message>
    <message>
        <source>Where secrets are kept</source>
        <translation>Wo Geheimnisse liegen</translation>
    </message>
    <message>
        <source>The place for secrets is locked. What it holds is still there: unlock it, then try again.</source>
        <translation>Der Ort für Geheimnisse ist gesperrt. Was darin liegt, ist noch da: entsperren Sie ihn und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>There is no keychain that secrets could be kept in.</source>
        <translation>Es gibt keinen Schlüsselbund, in den Geheimnisse gelegt werden könnten.</translation>
    </message>
    <message>
        <source>What is kept in memory is gone when the program ends. The file then names secrets that nobody has.</source>
        <translation>Was im Arbeitsspeicher liegt, ist weg, wenn das Programm endet. Die Datei nennt dann Geheimnisse, die niemand hat.</translation>
    </message>
    <message>
        <source>%1 will be made.</source>
        <translation>%1 wird angelegt.</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;Passphrase</translation>
    </message>
    <message>
        <source>&amp;Repeat it</source>
        <translation>&amp;Wiederholung</translation>
    </message>
    <message>
        <source>&amp;Try the keychain again</source>
        <translation>Schlüsselbund &amp;erneut versuchen</translation>
    </message>
    <message>
        <source>&amp;Show me how to install a keyring</source>
        <translation>&amp;Zeigen, wie ein Schlüsselbund installiert wird</translation>
    </message>
    <message>
        <source>The two passphrases are not the same.</source>
        <translation>Die beiden Passphrasen sind nicht gleich.</translation>
    </message>
    <message>
        <source>It still cannot be used.</source>
        <translation>Er ist noch immer nicht benutzbar.</translation>
    </message>
</context>
<context>
    <name>gatehouse::SecretSettings</name>
    <message>
        <source>Asks the place for secrets whether it answers.</source>
        <translation>Fragt den Ort für Geheimnisse, ob er antwortet.</translation>
    </message>
    <message>
        <source>Test the place for secrets</source>
        <translation>Den Ort für Geheimnisse prüfen</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Fragt nach …</translation>
    </message>
    <message>
        <source>✓ OK: the place for secrets answers.</source>
        <translation>✓ In Ordnung: der Ort für Geheimnisse antwortet.</translation>
    </message>
    <message>
        <source>⚠ Locked: %1</source>
        <translation>⚠ Gesperrt: %1</translation>
    </message>
    <message>
        <source>⛔ Absent: %1</source>
        <translation>⛔ Nicht vorhanden: %1</translation>
    </message>
    <message>
        <source>T&amp;est</source>
        <translation>P&amp;rüfen</translation>
    </message>
</context>
<context>
    <name>gatehouse::ServiceStrip</name>
    <message>
        <source>Test upstream</source>
        <translation>Upstream prüfen</translation>
    </message>
    <message>
        <source>URL of the upstream</source>
        <translation>URL des Upstreams</translation>
    </message>
    <message>
        <source>&amp;URL</source>
        <translation>&amp;URL</translation>
    </message>
    <message>
        <source>⛔ This is no URL yet: protocol://host:port/path</source>
        <translation>⛔ Das ist noch keine URL: protokoll://host:port/pfad</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>Prüfe …</translation>
    </message>
</context>
<context>
    <name>gatehouse::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Search the settings</source>
        <translation>In den Einstellungen suchen</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Gateway</translation>
    </message>
    <message>
        <source>&amp;Proxy listens on</source>
        <translation>&amp;Proxy lauscht auf</translation>
    </message>
    <message>
        <source>Proxy listens for &amp;TLS on</source>
        <translation>Proxy lauscht für &amp;TLS auf</translation>
    </message>
    <message>
        <source>&amp;Admin API listens on</source>
        <translation>&amp;Admin API lauscht auf</translation>
    </message>
    <message>
        <source>Editing</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Edits &amp;run</source>
        <translation>Änderungen &amp;laufen</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>sofort</translation>
    </message>
    <message>
        <source>when they are applied</source>
        <translation>wenn sie angewendet werden</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>T&amp;heme</source>
        <translation>Fa&amp;rben</translation>
    </message>
    <message>
        <source>as the desktop</source>
        <translation>wie der Desktop</translation>
    </message>
    <message>
        <source>light</source>
        <translation>hell</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>dunkel</translation>
    </message>
    <message>
        <source>high contrast</source>
        <translation>hoher Kontrast</translation>
    </message>
    <message>
        <source>&amp;Density of lists</source>
        <translation>&amp;Dichte der Listen</translation>
    </message>
    <message>
        <source>comfortable</source>
        <translation>locker</translation>
    </message>
    <message>
        <source>compact</source>
        <translation>dicht</translation>
    </message>
    <message>
        <source>%1 in the settings file</source>
        <translation>%1 in der Einstellungsdatei</translation>
    </message>
    <message>
        <source>off; for example 127.0.0.1:8443</source>
        <translation>aus; zum Beispiel 127.0.0.1:8443</translation>
    </message>
    <message>
        <source>⛔ “%1” is no address: an IP address, a colon and a port are expected.</source>
        <translation>⛔ „%1“ ist keine Adresse: erwartet wird eine IP-Adresse, ein Doppelpunkt und ein Port.</translation>
    </message>
    <message>
        <source>⚠ Counts at the next start. Everybody who reaches this machine can use it then.</source>
        <translation>⚠ Gilt ab dem nächsten Start. Jeder, der diesen Rechner erreicht, kann es dann benutzen.</translation>
    </message>
    <message>
        <source>Counts at the next start of the gateway.</source>
        <translation>Gilt ab dem nächsten Start des Gateways.</translation>
    </message>
    <message>
        <source>one per core (%1)</source>
        <translation>einer je Kern (%1)</translation>
    </message>
    <message>
        <source>&amp;Worker threads</source>
        <translation>Ar&amp;beits-Threads</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>Counts at the next start of Gatehouse.</source>
        <translation>Gilt ab dem nächsten Start von Gatehouse.</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Tastatur</translation>
    </message>
    <message>
        <source>Secrets of this project</source>
        <translation>Geheimnisse dieses Projekts</translation>
    </message>
    <message>
        <source>Secrets, keychain</source>
        <translation>Geheimnisse, Schlüsselbund</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>&amp;Size of traffic and YAML</source>
        <translation>&amp;Größe von Verkehr und YAML</translation>
    </message>
    <message>
        <source>&amp;Icon in the system tray</source>
        <translation>S&amp;ymbol in der Systemleiste</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>With it, &amp;closing the window</source>
        <translation>S&amp;chließen des Fensters dann</translation>
    </message>
    <message>
        <source>asks what to do</source>
        <translation>fragt, was geschehen soll</translation>
    </message>
    <message>
        <source>keeps the gateway running</source>
        <translation>lässt das Gateway weiterlaufen</translation>
    </message>
    <message>
        <source>stops the gateway and quits</source>
        <translation>stoppt das Gateway und beendet</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>no, as this desktop has no tray</source>
        <translation>nein, dieser Desktop hat keine Systemleiste</translation>
    </message>
    <message>
        <source>Secrets on the clipboard</source>
        <translation>Geheimnisse in der Zwischenablage</translation>
    </message>
    <message>
        <source>Taken &amp;off after</source>
        <translation>&amp;Entfernt nach</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>not by itself</source>
        <translation>nicht von selbst</translation>
    </message>
</context>
<context>
    <name>gatehouse::ShortcutsModel</name>
    <message>
        <source>%1 (off)</source>
        <translation>%1 (aus)</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Usual keys</source>
        <translation>Übliche Tasten</translation>
    </message>
</context>
<context>
    <name>gatehouse::Sparkline</name>
    <message>
        <source>%1 at most</source>
        <translation>höchstens %1</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n Anfrage</numerusform>
            <numerusform>%n Anfragen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::StatusBar</name>
    <message>
        <source>State of the gateway</source>
        <translation>Zustand des Gateways</translation>
    </message>
    <message>
        <source>Proxy address</source>
        <translation>Adresse des Proxys</translation>
    </message>
    <message>
        <source>Admin API address</source>
        <translation>Adresse der Admin API</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>Verkehr</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Copy the address of the proxy</source>
        <translation>Adresse des Proxys kopieren</translation>
    </message>
    <message>
        <source>Copy the address of the Admin API</source>
        <translation>Adresse der Admin API kopieren</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>Keine Probleme</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n Problem</numerusform>
            <numerusform>%n Probleme</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Running r%1 – your last change has errors and is not applied</source>
        <translation>r%1 läuft – Ihre letzte Änderung hat Fehler und ist nicht angewendet</translation>
    </message>
    <message>
        <source>Running r%1</source>
        <translation>r%1 läuft</translation>
    </message>
    <message>
        <source>proxy %1</source>
        <translation>Proxy %1</translation>
    </message>
    <message>
        <source>admin %1</source>
        <translation>Admin %1</translation>
    </message>
    <message>
        <source>%1 req/s   p95 %2 ms   errors %3 %</source>
        <translation>%1 Anfr./s   p95 %2 ms   Fehler %3 %</translation>
    </message>
    <message>
        <source>Copied %1</source>
        <translation>%1 kopiert</translation>
    </message>
    <message>
        <source>Secrets</source>
        <translation>Geheimnisse</translation>
    </message>
    <message>
        <source>Choose where secrets are kept</source>
        <translation>Ort für Geheimnisse wählen</translation>
    </message>
    <message>
        <source>%1. Choose where secrets are kept</source>
        <translation>%1. Ort für Geheimnisse wählen</translation>
    </message>
    <message numerus="yes">
        <source>Stopping: %n connection(s) left</source>
        <translation>
            <numerusform>Hält an: noch %n Verbindung</numerusform>
            <numerusform>Hält an: noch %n Verbindungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::TargetHealthTab</name>
    <message>
        <source>✓ healthy</source>
        <translation>✓ gesund</translation>
    </message>
    <message>
        <source>✗ unhealthy</source>
        <translation>✗ krank</translation>
    </message>
    <message>
        <source>⚠ name not found</source>
        <translation>⚠ Name nicht gefunden</translation>
    </message>
    <message>
        <source>○ not checked</source>
        <translation>○ nicht geprüft</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Gesundheit</translation>
    </message>
    <message>
        <source>Targets as the gateway sees them</source>
        <translation>Targets, wie das Gateway sie sieht</translation>
    </message>
    <message>
        <source>Health &amp;checks:</source>
        <translation>Gesundheits&amp;prüfungen:</translation>
    </message>
    <message>
        <source>Health checks</source>
        <translation>Gesundheitsprüfungen</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Eigene</translation>
    </message>
    <message>
        <source>Until the next check says otherwise</source>
        <translation>Bis die nächste Prüfung anderes ergibt</translation>
    </message>
    <message>
        <source>Mark healthy</source>
        <translation>Als gesund markieren</translation>
    </message>
    <message>
        <source>Mark unhealthy</source>
        <translation>Als krank markieren</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>As set on the General tab, by numbers of its own.</source>
        <translation>Wie auf der Seite Allgemein gesetzt, mit eigenen Zahlen.</translation>
    </message>
    <message>
        <source>There is nothing to mark: switch health checks on first.</source>
        <translation>Es gibt nichts zu markieren: schalten Sie erst Gesundheitsprüfungen ein.</translation>
    </message>
</context>
<context>
    <name>gatehouse::TimingBar</name>
    <message>
        <source>Where the time went</source>
        <translation>Wo die Zeit blieb</translation>
    </message>
    <message>
        <source>Gateway %1, upstream %2, sending the answer %3</source>
        <translation>Gateway %1, Upstream %2, Senden der Antwort %3</translation>
    </message>
    <message>
        <source>%1 ms (%2 %)</source>
        <translation>%1 ms (%2 %)</translation>
    </message>
    <message>
        <source>gateway %1   ·   upstream %2   ·   answer %3</source>
        <translation>Gateway %1   ·   Upstream %2   ·   Antwort %3</translation>
    </message>
</context>
<context>
    <name>gatehouse::Tour</name>
    <message>
        <source>These are the sample&apos;s first requests. Choose the 403 and read why it was denied.</source>
        <translation>Das sind die ersten Anfragen des Beispiels. Wählen Sie die 403 und lesen Sie, warum sie verweigert wurde.</translation>
    </message>
    <message>
        <source>web-app is in the group customers; payments ask for admins. Add the group admins under Groups.</source>
        <translation>web-app ist in der Gruppe customers; payments verlangt admins. Fügen Sie unter Gruppen admins hinzu.</translation>
    </message>
    <message>
        <source>The payments have used up their 20 a minute. Watch the counter begin anew.</source>
        <translation>Die Zahlungen haben ihre 20 je Minute verbraucht. Sehen Sie zu, wie der Zähler neu beginnt.</translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <translation>%1 von %2: %3</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>End the tour</source>
        <translation>Rundgang beenden</translation>
    </message>
    <message>
        <source>Change a path: it runs at once. %1 takes it back, also while it runs.</source>
        <translation>Ändern Sie einen Pfad: er läuft sofort. %1 nimmt es zurück, auch im laufenden Betrieb.</translation>
    </message>
    <message>
        <source>Save with %1: the file is a kong.yml that Kong itself loads. %2 finds everything.</source>
        <translation>Speichern Sie mit %1: die Datei ist ein kong.yml, das Kong selbst lädt. %2 findet alles.</translation>
    </message>
</context>
<context>
    <name>gatehouse::TrafficCard</name>
    <message>
        <source>Traffic</source>
        <translation>Verkehr</translation>
    </message>
    <message>
        <source>Requests of the last minute</source>
        <translation>Anfragen der letzten Minute</translation>
    </message>
    <message>
        <source>last 60 seconds</source>
        <translation>letzte 60 Sekunden</translation>
    </message>
    <message>
        <source>Requests of the last 15 minutes</source>
        <translation>Anfragen der letzten 15 Minuten</translation>
    </message>
    <message>
        <source>last 15 minutes</source>
        <translation>letzte 15 Minuten</translation>
    </message>
    <message>
        <source>Requests a second</source>
        <translation>Anfragen je Sekunde</translation>
    </message>
    <message>
        <source>Answers of 400 and above</source>
        <translation>Antworten ab 400</translation>
    </message>
</context>
<context>
    <name>gatehouse::TrafficColumns</name>
    <message>
        <source>%1 of %2 requests were answered with 400 or above, %3 of them with 500 or above</source>
        <translation>%1 von %2 Anfragen wurden ab 400 beantwortet, %3 davon ab 500</translation>
    </message>
    <message>
        <source>%1 of %2 requests were answered with 401 or 403</source>
        <translation>%1 von %2 Anfragen wurden mit 401 oder 403 beantwortet</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message numerus="yes">
        <source>%n s ago</source>
        <comment>seconds</comment>
        <translation>
            <numerusform>vor %n s</numerusform>
            <numerusform>vor %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <comment>minutes</comment>
        <translation>
            <numerusform>vor %n min</numerusform>
            <numerusform>vor %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <comment>hours</comment>
        <translation>
            <numerusform>vor %n h</numerusform>
            <numerusform>vor %n h</numerusform>
        </translation>
    </message>
    <message>
        <source>95 % of the upstream&apos;s answers began within this time</source>
        <translation>95 % der Antworten des Upstreams begannen in dieser Zeit</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) in the last five minutes</source>
        <translation>
            <numerusform>%n Anfrage in den letzten fünf Minuten</numerusform>
            <numerusform>%n Anfragen in den letzten fünf Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n d ago</source>
        <comment>days</comment>
        <translation>
            <numerusform>vor %n Tag</numerusform>
            <numerusform>vor %n Tagen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::TrafficCommands</name>
    <message>
        <source>Only this value</source>
        <translation>Nur dieser Wert</translation>
    </message>
    <message>
        <source>Without this value</source>
        <translation>Ohne diesen Wert</translation>
    </message>
    <message>
        <source>Only this consumer</source>
        <translation>Nur dieser Consumer</translation>
    </message>
    <message>
        <source>Only this route</source>
        <translation>Nur diese Route</translation>
    </message>
    <message>
        <source>Only this client&apos;s address</source>
        <translation>Nur die Adresse dieses Clients</translation>
    </message>
    <message>
        <source>Flag with %1</source>
        <translation>Mit %1 markieren</translation>
    </message>
    <message>
        <source>Remove the flag</source>
        <translation>Markierung entfernen</translation>
    </message>
    <message>
        <source>Open the route</source>
        <translation>Route öffnen</translation>
    </message>
    <message>
        <source>Open the consumer</source>
        <translation>Consumer öffnen</translation>
    </message>
    <message>
        <source>Open the plugin that answered</source>
        <translation>Plugin öffnen, das antwortete</translation>
    </message>
    <message>
        <source>Create a route for this path</source>
        <translation>Route für diesen Pfad anlegen</translation>
    </message>
    <message>
        <source>“%1” is no longer in the configuration.</source>
        <translation>„%1“ ist nicht mehr in der Konfiguration.</translation>
    </message>
</context>
<context>
    <name>gatehouse::TrafficFilterEdit</name>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter, e.g. status&gt;=400 consumer:mobile-app</source>
        <translation>Filter, z. B. status&gt;=400 consumer:mobile-app</translation>
    </message>
    <message>
        <source>Completions</source>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>✗ %1. The filter before it stays.</source>
        <translation>✗ %1. Der vorige Filter bleibt.</translation>
    </message>
</context>
<context>
    <name>gatehouse::TrafficHistoryModel</name>
    <message>
        <source>From</source>
        <translation>Ab</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
</context>
<context>
    <name>gatehouse::TrafficModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Route</translation>
    </message>
    <message>
        <source>Consumer</source>
        <translation>Consumer</translation>
    </message>
    <message>
        <source>Answered by</source>
        <translation>Antwort von</translation>
    </message>
    <message>
        <source>Total ms</source>
        <translation>Gesamt ms</translation>
    </message>
    <message>
        <source>Gateway ms</source>
        <translation>Gateway ms</translation>
    </message>
    <message>
        <source>Upstream ms</source>
        <translation>Upstream ms</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>Markierung</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>Fassung</translation>
    </message>
</context>
<context>
    <name>gatehouse::TrafficPage</name>
    <message>
        <source>Traffic</source>
        <translation>Verkehr</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Denied 401/403</source>
        <translation>Verweigert 401/403</translation>
    </message>
    <message>
        <source>Limited 429</source>
        <translation>Limit 429</translation>
    </message>
    <message>
        <source>No route</source>
        <translation>Keine Route</translation>
    </message>
    <message>
        <source>Go to the newest request</source>
        <translation>Zur neuesten Anfrage</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
    <message>
        <source>Copy a curl line</source>
        <translation>curl-Zeile kopieren</translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <translation>%1 von %2 gezeigt</translation>
    </message>
    <message>
        <source>%1 not recorded</source>
        <translation>%1 nicht aufgezeichnet</translation>
    </message>
    <message>
        <source>Newer requests ↓</source>
        <translation>Neuere Anfragen ↓</translation>
    </message>
    <message>
        <source>No request passes the filter. %1 are recorded.</source>
        <translation>Keine Anfrage passt zum Filter. %1 sind aufgezeichnet.</translation>
    </message>
    <message>
        <source>Waiting for requests on http://%1</source>
        <translation>Warte auf Anfragen an http://%1</translation>
    </message>
    <message>
        <source>The gateway is stopped. Start it with %1; its requests appear here.</source>
        <translation>Das Gateway ist angehalten. Starten Sie es mit %1; seine Anfragen erscheinen hier.</translation>
    </message>
    <message>
        <source>Open log file…</source>
        <translation>Log-Datei öffnen …</translation>
    </message>
    <message>
        <source>Shows the requests of a file-log or HAR file beside these; a file can be dropped here too.</source>
        <translation>Zeigt die Anfragen einer Log- oder HAR-Datei neben diesen; eine Datei lässt sich auch hier ablegen.</translation>
    </message>
    <message>
        <source>Slow &gt; %1 ms</source>
        <translation>Langsam &gt; %1 ms</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Edit and send</source>
        <translation>Bearbeiten und senden</translation>
    </message>
    <message>
        <source>The path of this request was too long to be recorded, so it cannot be sent again.</source>
        <translation>Der Pfad dieser Anfrage war zu lang, um aufgezeichnet zu werden; sie lässt sich daher nicht erneut senden.</translation>
    </message>
</context>
<context>
    <name>gatehouse::TrafficTab</name>
    <message>
        <source>Traffic</source>
        <translation>Verkehr</translation>
    </message>
    <message>
        <source>Show in Traffic</source>
        <translation>Im Verkehr zeigen</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n Anfrage</numerusform>
            <numerusform>%n Anfragen</numerusform>
        </translation>
    </message>
    <message>
        <source>No recorded request met this row. New ones appear here.</source>
        <translation>Keine aufgezeichnete Anfrage traf diese Zeile. Neue erscheinen hier.</translation>
    </message>
    <message>
        <source>The gateway is stopped. Start it with %1; its requests appear here.</source>
        <translation>Das Gateway ist angehalten. Starten Sie es mit %1; seine Anfragen erscheinen hier.</translation>
    </message>
</context>
<context>
    <name>gatehouse::TrafficTable</name>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
</context>
<context>
    <name>gatehouse::Tray</name>
    <message>
        <source>&amp;Open Gatehouse</source>
        <translation>Gatehouse ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Gatehouse: running r%1 on %2</source>
        <translation>Gatehouse: läuft mit r%1 auf %2</translation>
    </message>
    <message>
        <source>Gatehouse: stopped</source>
        <translation>Gatehouse: gestoppt</translation>
    </message>
    <message>
        <source>Gatehouse: finishing requests</source>
        <translation>Gatehouse: beendet laufende Anfragen</translation>
    </message>
    <message>
        <source>Gatehouse</source>
        <translation>Gatehouse</translation>
    </message>
    <message>
        <source>The gateway is running.</source>
        <translation>Das Gateway läuft.</translation>
    </message>
    <message>
        <source>It can go on without the window. The icon in the system tray opens it again.</source>
        <translation>Es kann ohne das Fenster weiterlaufen. Das Symbol in der Systemleiste öffnet es wieder.</translation>
    </message>
    <message>
        <source>&amp;Keep running</source>
        <translation>&amp;Weiterlaufen lassen</translation>
    </message>
    <message>
        <source>&amp;Stop and quit</source>
        <translation>&amp;Stoppen und beenden</translation>
    </message>
    <message>
        <source>&amp;Do this from now on</source>
        <translation>Von &amp;nun an so verfahren</translation>
    </message>
</context>
<context>
    <name>gatehouse::UndoHistory</name>
    <message>
        <source>Admin API: %1</source>
        <translation>Admin API: %1</translation>
    </message>
</context>
<context>
    <name>gatehouse::UpstreamTest</name>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>%1 %2 ms</source>
        <translation>%1 %2 ms</translation>
    </message>
    <message>
        <source>Config wrong: there is no host %1. Check the spelling, or make an upstream of that name.</source>
        <translation>Falsch eingerichtet: den Host %1 gibt es nicht. Prüfen Sie die Schreibweise, oder legen Sie einen Upstream dieses Namens an.</translation>
    </message>
    <message>
        <source>DNS</source>
        <translation>DNS</translation>
    </message>
    <message>
        <source>connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>first byte</source>
        <translation>erstes Byte</translation>
    </message>
    <message>
        <source>Config wrong: what answers at %1 does not speak HTTP/1.1.</source>
        <translation>Falsch eingerichtet: was auf %1 antwortet, spricht kein HTTP/1.1.</translation>
    </message>
    <message>
        <source>Config wrong: what answers at %1 does not speak plain HTTP; try https.</source>
        <translation>Falsch eingerichtet: was auf %1 antwortet, spricht kein unverschlüsseltes HTTP; versuchen Sie https.</translation>
    </message>
    <message>
        <source> If it expects https, change the protocol.</source>
        <translation> Falls es https erwartet, ändern Sie das Protokoll.</translation>
    </message>
    <message>
        <source>Reachable: answered %1.</source>
        <translation>Erreichbar: antwortete %1.</translation>
    </message>
    <message>
        <source>Backend unreachable: nothing listens at %1.</source>
        <translation>Backend nicht erreichbar: auf %1 lauscht nichts.</translation>
    </message>
    <message>
        <source>Backend unreachable: %1.</source>
        <translation>Backend nicht erreichbar: %1.</translation>
    </message>
    <message>
        <source>Config wrong: TLS with %1 fails (%2). If the backend speaks plain HTTP, use http.</source>
        <translation>Falsch eingerichtet: TLS mit %1 scheitert (%2). Falls das Backend unverschlüsseltes HTTP spricht, nehmen Sie http.</translation>
    </message>
    <message>
        <source>Backend unreachable: %1 closes the connection without an answer.</source>
        <translation>Backend nicht erreichbar: %1 schließt die Verbindung ohne Antwort.</translation>
    </message>
    <message>
        <source>Config wrong: %1 closes the connection at a plain HTTP request; try https.</source>
        <translation>Falsch eingerichtet: %1 schließt die Verbindung bei einer unverschlüsselten Anfrage; versuchen Sie https.</translation>
    </message>
    <message>
        <source>Config wrong: %1 is connected and does not answer in TLS. If it speaks plain HTTP, use http.</source>
        <translation>Falsch eingerichtet: %1 ist verbunden und antwortet nicht in TLS. Falls es unverschlüsseltes HTTP spricht, nehmen Sie http.</translation>
    </message>
    <message>
        <source>Backend unreachable: %1 is connected and says nothing for %2 s.</source>
        <translation>Backend nicht erreichbar: %1 ist verbunden und sagt %2 s lang nichts.</translation>
    </message>
    <message>
        <source>Backend unreachable: no connection to %1 within %2 s.</source>
        <translation>Backend nicht erreichbar: keine Verbindung zu %1 in %2 s.</translation>
    </message>
</context>
<context>
    <name>gatehouse::UrlDrops</name>
    <message>
        <source>New service for %1</source>
        <translation>Neuer Service für %1</translation>
    </message>
</context>
<context>
    <name>gatehouse::WelcomePage</name>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>An API gateway on your desktop</source>
        <translation>Ein API-Gateway auf Ihrem Schreibtisch</translation>
    </message>
    <message>
        <source>Start with a sample that works at once: three services, two consumers, tokens, limits, and its first requests. Or open the kong.yml you have.</source>
        <translation>Beginnen Sie mit einem Beispiel, das sofort läuft: drei Services, zwei Consumers, Token, Limits und die ersten Anfragen. Oder öffnen Sie Ihr eigenes kong.yml.</translation>
    </message>
    <message>
        <source>Start with the sample</source>
        <translation>Mit dem Beispiel beginnen</translation>
    </message>
    <message>
        <source>Open kong.yml…</source>
        <translation>kong.yml öffnen …</translation>
    </message>
    <message>
        <source>Begin with an empty configuration</source>
        <translation>Mit leerer Konfiguration beginnen</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Import from a running Kong, decK or OpenAPI…</source>
        <translation>Aus laufendem Kong, decK oder OpenAPI importieren…</translation>
    </message>
</context>
<context>
    <name>gatehouse::WhyView</name>
    <message>
        <source>Why: what the request met</source>
        <translation>Warum: was der Anfrage begegnete</translation>
    </message>
    <message>
        <source>The details of this request have made room for newer ones.</source>
        <translation>Die Einzelheiten dieser Anfrage sind neueren gewichen.</translation>
    </message>
    <message>
        <source>No details were recorded for this request.</source>
        <translation>Zu dieser Anfrage wurden keine Einzelheiten aufgezeichnet.</translation>
    </message>
    <message>
        <source>%1, passed</source>
        <translation>%1, durchgelassen</translation>
    </message>
    <message>
        <source>%1, refused</source>
        <translation>%1, abgelehnt</translation>
    </message>
    <message>
        <source>%1, not reached</source>
        <translation>%1, nicht erreicht</translation>
    </message>
</context>
<context>
    <name>gatehouse::YamlEditor</name>
    <message>
        <source>Open in its page</source>
        <translation>Auf ihrer Seite öffnen</translation>
    </message>
    <message>
        <source>Unfold</source>
        <translation>Aufklappen</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>Zuklappen</translation>
    </message>
    <message>
        <source>Unfold all</source>
        <translation>Alle aufklappen</translation>
    </message>
</context>
<context>
    <name>gatehouse::YamlPage</name>
    <message>
        <source>YAML</source>
        <translation>YAML</translation>
    </message>
</context>
<context>
    <name>gatehouse::YamlView</name>
    <message>
        <source>Show secrets, edit</source>
        <translation>Geheimnisse zeigen, bearbeiten</translation>
    </message>
    <message>
        <source>The configuration as YAML</source>
        <translation>Die Konfiguration als YAML</translation>
    </message>
    <message>
        <source>Secrets are dots, and the text can only be read, until this is on.</source>
        <translation>Geheimnisse sind Punkte, und der Text ist nur lesbar, bis dies eingeschaltet ist.</translation>
    </message>
    <message>
        <source>Open in its page</source>
        <translation>Auf ihrer Seite öffnen</translation>
    </message>
    <message>
        <source>Alt+Return, or Ctrl and a click</source>
        <translation>Alt+Eingabe, oder Strg und ein Klick</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Dorthin</translation>
    </message>
    <message>
        <source>Apply this text</source>
        <translation>Diesen Text anwenden</translation>
    </message>
    <message>
        <source>Show the configuration</source>
        <translation>Konfiguration zeigen</translation>
    </message>
    <message>
        <source>The configuration has changed elsewhere. This text is not applied.</source>
        <translation>Die Konfiguration wurde anderswo geändert. Dieser Text ist nicht angewendet.</translation>
    </message>
    <message>
        <source>Edit the YAML</source>
        <translation>YAML bearbeiten</translation>
    </message>
    <message>
        <source>Not applied. Line %1, column %2: %3</source>
        <translation>Nicht angewendet. Zeile %1, Spalte %2: %3</translation>
    </message>
    <message>
        <source>&amp;File:</source>
        <translation>&amp;Datei:</translation>
    </message>
    <message>
        <source>Not applied. %1: %2</source>
        <translation>Nicht angewendet. %1: %2</translation>
    </message>
    <message>
        <source>YAML</source>
        <translation>YAML</translation>
    </message>
    <message>
        <source>Fold the line</source>
        <translation>Die Zeile zuklappen</translation>
    </message>
    <message>
        <source>Unfold the line</source>
        <translation>Die Zeile aufklappen</translation>
    </message>
</context>
<context>
    <name>import</name>
    <message>
        <source>Cannot read %1: %2</source>
        <translation>%1 ist nicht lesbar: %2</translation>
    </message>
    <message>
        <source>the document is no map of sections such as &apos;services&apos;</source>
        <translation>das Dokument ist keine Abbildung von Abschnitten wie &apos;services&apos;</translation>
    </message>
    <message>
        <source>There is no .yml, .yaml or .json file.</source>
        <translation>Es gibt keine Datei .yml, .yaml oder .json.</translation>
    </message>
    <message>
        <source>The description has no operations.</source>
        <translation>Die Beschreibung enthält keine Operationen.</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>An API gateway on your desktop, compatible with Kong.</source>
        <translation>Ein API-Gateway auf Ihrem Schreibtisch, verträglich mit Kong.</translation>
    </message>
    <message>
        <source>Start with the built-in sample.</source>
        <translation>Mit dem eingebauten Beispiel starten.</translation>
    </message>
    <message>
        <source>Configuration to open: kong.yml, a folder or several files.</source>
        <translation>Zu öffnende Konfiguration: kong.yml, ein Ordner oder mehrere Dateien.</translation>
    </message>
</context>
<context>
    <name>model</name>
    <message>
        <source>Add %1 “%2”</source>
        <translation>%1 „%2“ hinzufügen</translation>
    </message>
    <message>
        <source>Change %1 “%2”</source>
        <translation>%1 „%2“ ändern</translation>
    </message>
    <message>
        <source>Delete %1 “%2”</source>
        <translation>%1 „%2“ löschen</translation>
    </message>
    <message>
        <source>another order</source>
        <translation>andere Reihenfolge</translation>
    </message>
    <message>
        <source>%1 is another secret</source>
        <translation>%1 ist ein anderes Geheimnis</translation>
    </message>
    <message>
        <source>%1 added</source>
        <translation>%1 hinzugefügt</translation>
    </message>
    <message>
        <source>%1 removed</source>
        <translation>%1 entfernt</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weitere</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n added</source>
        <translation>
            <numerusform>%n dazu</numerusform>
            <numerusform>%n dazu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed</source>
        <translation>
            <numerusform>%n entfernt</numerusform>
            <numerusform>%n entfernt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n geändert</numerusform>
            <numerusform>%n geändert</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 on everything</source>
        <translation>%1 für alles</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 für %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>project</name>
    <message>
        <source>There is no .yml, .yaml or .json file in %1.</source>
        <translation>In %1 ist keine Datei .yml, .yaml oder .json.</translation>
    </message>
    <message>
        <source>%1 holds more than %2 files: it is no project.</source>
        <translation>%1 enthält mehr als %2 Dateien: das ist kein Projekt.</translation>
    </message>
    <message>
        <source>Cannot read %1: %2</source>
        <translation>%1 ist nicht lesbar: %2</translation>
    </message>
    <message>
        <source>The files of %1 are larger together than one may be (%2 MiB).</source>
        <translation>Die Dateien von %1 sind zusammen größer, als eine sein darf (%2 MiB).</translation>
    </message>
    <message>
        <source>No file was written.</source>
        <translation>Keine Datei wurde geschrieben.</translation>
    </message>
    <message>
        <source>These files were written: %1.</source>
        <translation>Diese Dateien wurden geschrieben: %1.</translation>
    </message>
    <message>
        <source>Not all changes are saved; they are still here. %1</source>
        <translation>Nicht alle Änderungen sind gespeichert; sie sind noch hier. %1</translation>
    </message>
</context>
<context>
    <name>schema</name>
    <message>
        <source>CA certificate</source>
        <translation>CA-Zertifikat</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>PEM text of one CA certificate.</source>
        <translation>PEM-Text eines CA-Zertifikats.</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Prüfsumme</translation>
    </message>
    <message>
        <source>SHA-256 of the certificate; filled in.</source>
        <translation>SHA-256 des Zertifikats; wird ausgefüllt.</translation>
    </message>
    <message>
        <source>PEM text, with its chain.</source>
        <translation>PEM-Text, mit seiner Kette.</translation>
    </message>
    <message>
        <source>Private key</source>
        <translation>Privater Schlüssel</translation>
    </message>
    <message>
        <source>PEM text of the key of the certificate.</source>
        <translation>PEM-Text des Schlüssels zum Zertifikat.</translation>
    </message>
    <message>
        <source>Second certificate</source>
        <translation>Zweites Zertifikat</translation>
    </message>
    <message>
        <source>Of another key type, such as ECDSA beside RSA.</source>
        <translation>Mit anderer Schlüsselart, etwa ECDSA neben RSA.</translation>
    </message>
    <message>
        <source>Second private key</source>
        <translation>Zweiter privater Schlüssel</translation>
    </message>
    <message>
        <source>SNI</source>
        <translation>SNI</translation>
    </message>
    <message>
        <source>Server name</source>
        <translation>Servername</translation>
    </message>
    <message>
        <source>TLS server name; one leading or trailing * is a wildcard.</source>
        <translation>TLS-Servername; ein * am Anfang oder Ende steht für beliebige Namen.</translation>
    </message>
    <message>
        <source>Consumer</source>
        <translation>Consumer</translation>
    </message>
    <message>
        <source>Username</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>Unique name; this or the custom id is needed.</source>
        <translation>Eindeutiger Name; er oder die eigene ID ist nötig.</translation>
    </message>
    <message>
        <source>Custom id</source>
        <translation>Eigene ID</translation>
    </message>
    <message>
        <source>The id this consumer has in your own system.</source>
        <translation>Die ID dieses Consumers in Ihrem eigenen System.</translation>
    </message>
    <message>
        <source>Filter chain</source>
        <translation>Filterkette</translation>
    </message>
    <message>
        <source>PEM pair</source>
        <translation>PEM-Paar</translation>
    </message>
    <message>
        <source>Private key, public key, or both; they must belong together.</source>
        <translation>Privater Schlüssel, öffentlicher, oder beide; sie müssen zusammengehören.</translation>
    </message>
    <message>
        <source>JWK</source>
        <translation>JWK</translation>
    </message>
    <message>
        <source>The key as JSON Web Key.</source>
        <translation>Der Schlüssel als JSON Web Key.</translation>
    </message>
    <message>
        <source>Key id</source>
        <translation>Schlüssel-ID</translation>
    </message>
    <message>
        <source>The kid tokens name.</source>
        <translation>Die kid, die Token nennen.</translation>
    </message>
    <message>
        <source>Key set</source>
        <translation>Schlüsselsatz</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Empty = everywhere.</source>
        <translation>Leer = überall.</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Konfiguration</translation>
    </message>
    <message>
        <source>Plugin</source>
        <translation>Plugin</translation>
    </message>
    <message>
        <source>Which plugin this is.</source>
        <translation>Welches Plugin es ist.</translation>
    </message>
    <message>
        <source>Instance name</source>
        <translation>Name der Instanz</translation>
    </message>
    <message>
        <source>Your own unique name for this entry.</source>
        <translation>Ihr eigener, eindeutiger Name für diesen Eintrag.</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Route</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Protocols</source>
        <translation>Protokolle</translation>
    </message>
    <message>
        <source>The plugin runs only for requests of these protocols.</source>
        <translation>Das Plugin läuft nur für Anfragen mit diesen Protokollen.</translation>
    </message>
    <message>
        <source>Enabled</source>
        <translation>Eingeschaltet</translation>
    </message>
    <message>
        <source>Paths</source>
        <translation>Pfade</translation>
    </message>
    <message>
        <source>Prefixes like /orders, or regular expressions like ~/orders/\d+$.</source>
        <translation>Präfixe wie /orders, oder reguläre Ausdrücke wie ~/orders/\d+$.</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Header</translation>
    </message>
    <message>
        <source>Header names and the values of which one must be present.</source>
        <translation>Namen von Headern und die Werte, von denen einer da sein muss.</translation>
    </message>
    <message>
        <source>Protocols this route accepts.</source>
        <translation>Protokolle, die diese Route annimmt.</translation>
    </message>
    <message>
        <source>HTTPS redirect status</source>
        <translation>Status für HTTPS-Umleitung</translation>
    </message>
    <message>
        <source>Sent to a plain HTTP request when only HTTPS is allowed.</source>
        <translation>Geht an eine unverschlüsselte Anfrage, wenn nur HTTPS erlaubt ist.</translation>
    </message>
    <message>
        <source>Letters, digits, ., -, _ and ~; unique.</source>
        <translation>Buchstaben, Ziffern, ., -, _ und ~; eindeutig.</translation>
    </message>
    <message>
        <source>Strip path</source>
        <translation>Pfad abschneiden</translation>
    </message>
    <message>
        <source>Remove the matched prefix before forwarding.</source>
        <translation>Das zutreffende Präfix vor dem Weiterreichen entfernen.</translation>
    </message>
    <message>
        <source>Preserve host</source>
        <translation>Host behalten</translation>
    </message>
    <message>
        <source>Forward the Host of the client instead of the host of the service.</source>
        <translation>Den Host des Clients weiterreichen statt den des Service.</translation>
    </message>
    <message>
        <source>Request buffering</source>
        <translation>Anfragen puffern</translation>
    </message>
    <message>
        <source>Read the whole request body before forwarding it.</source>
        <translation>Den ganzen Body der Anfrage lesen, bevor sie weitergereicht wird.</translation>
    </message>
    <message>
        <source>Response buffering</source>
        <translation>Antworten puffern</translation>
    </message>
    <message>
        <source>Read the response body before passing it on.</source>
        <translation>Den Body der Antwort lesen, bevor sie weitergereicht wird.</translation>
    </message>
    <message>
        <source>Where matching requests are sent.</source>
        <translation>Wohin zutreffende Anfragen gehen.</translation>
    </message>
    <message>
        <source>SNIs</source>
        <translation>SNIs</translation>
    </message>
    <message>
        <source>TLS server names; only with a TLS protocol.</source>
        <translation>TLS-Servernamen; nur mit einem TLS-Protokoll.</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Client addresses; only for stream protocols.</source>
        <translation>Adressen von Clients; nur für Stream-Protokolle.</translation>
    </message>
    <message>
        <source>Destinations</source>
        <translation>Ziele</translation>
    </message>
    <message>
        <source>Addresses the client connected to; only for stream protocols.</source>
        <translation>Adressen, zu denen sich der Client verband; nur für Stream-Protokolle.</translation>
    </message>
    <message>
        <source>Methods</source>
        <translation>Methoden</translation>
    </message>
    <message>
        <source>HTTP methods in capital letters; none means all.</source>
        <translation>HTTP-Methoden in Großbuchstaben; keine heißt alle.</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>Hosts</translation>
    </message>
    <message>
        <source>Host names; *. in front or .* behind are wildcards.</source>
        <translation>Hostnamen; *. davor oder .* dahinter steht für beliebige.</translation>
    </message>
    <message>
        <source>Regex priority</source>
        <translation>Vorrang bei Regex</translation>
    </message>
    <message>
        <source>Among routes with regular expressions the highest is tried first.</source>
        <translation>Unter Routes mit regulären Ausdrücken wird die höchste zuerst versucht.</translation>
    </message>
    <message>
        <source>Path handling</source>
        <translation>Umgang mit Pfaden</translation>
    </message>
    <message>
        <source>How the path of the service and that of the request are joined.</source>
        <translation>Wie der Pfad des Service und der der Anfrage verbunden werden.</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>How the gateway talks to this service.</source>
        <translation>Wie das Gateway mit diesem Service spricht.</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>How often a failed request is tried again.</source>
        <translation>Wie oft eine fehlgeschlagene Anfrage wiederholt wird.</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Host name or address of the service, or the name of an upstream.</source>
        <translation>Hostname oder Adresse des Service, oder der Name eines Upstreams.</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Port the service listens on.</source>
        <translation>Port, auf dem der Service lauscht.</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Put in front of the path of every request.</source>
        <translation>Kommt vor den Pfad jeder Anfrage.</translation>
    </message>
    <message>
        <source>Connect timeout (ms)</source>
        <translation>Verbinden höchstens (ms)</translation>
    </message>
    <message>
        <source>How long connecting to the service may take.</source>
        <translation>Wie lange das Verbinden mit dem Service dauern darf.</translation>
    </message>
    <message>
        <source>Write timeout (ms)</source>
        <translation>Schreibpause höchstens (ms)</translation>
    </message>
    <message>
        <source>Longest pause between two writes to the service.</source>
        <translation>Längste Pause zwischen zwei Schreibvorgängen zum Service.</translation>
    </message>
    <message>
        <source>Read timeout (ms)</source>
        <translation>Lesepause höchstens (ms)</translation>
    </message>
    <message>
        <source>Longest pause between two reads from the service.</source>
        <translation>Längste Pause zwischen zwei Lesevorgängen vom Service.</translation>
    </message>
    <message>
        <source>Client certificate</source>
        <translation>Client-Zertifikat</translation>
    </message>
    <message>
        <source>Shown to the service during the TLS handshake.</source>
        <translation>Wird dem Service beim TLS-Handshake gezeigt.</translation>
    </message>
    <message>
        <source>Verify TLS</source>
        <translation>TLS prüfen</translation>
    </message>
    <message>
        <source>Check the certificate of the service.</source>
        <translation>Das Zertifikat des Service prüfen.</translation>
    </message>
    <message>
        <source>TLS verify depth</source>
        <translation>Tiefe der TLS-Prüfung</translation>
    </message>
    <message>
        <source>Longest accepted certificate chain.</source>
        <translation>Längste angenommene Zertifikatskette.</translation>
    </message>
    <message>
        <source>CA certificates</source>
        <translation>CA-Zertifikate</translation>
    </message>
    <message>
        <source>Ids of the CA certificates that are trusted for this service.</source>
        <translation>IDs der CA-Zertifikate, denen für diesen Service vertraut wird.</translation>
    </message>
    <message>
        <source>Routes of a disabled service match nothing.</source>
        <translation>Routes eines ausgeschalteten Service treffen auf nichts zu.</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>Upstream</source>
        <translation>Upstream</translation>
    </message>
    <message>
        <source>Host name or address with an optional port; the default port is 8000.</source>
        <translation>Hostname oder Adresse, wahlweise mit Port; ohne ihn gilt 8000.</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>Share of the requests; 0 takes the target out.</source>
        <translation>Anteil der Anfragen; 0 nimmt das Target heraus.</translation>
    </message>
    <message>
        <source>Health checks</source>
        <translation>Gesundheitsprüfungen</translation>
    </message>
    <message>
        <source>How targets are found healthy or unhealthy.</source>
        <translation>Woran gesunde und kranke Targets erkannt werden.</translation>
    </message>
    <message>
        <source>What decides which target a client gets.</source>
        <translation>Was entscheidet, welches Target ein Client bekommt.</translation>
    </message>
    <message>
        <source>Needed when hashing uses it.</source>
        <translation>Nötig, wenn danach verteilt wird.</translation>
    </message>
    <message>
        <source>A host name; services use it as their host.</source>
        <translation>Ein Hostname; Services benutzen ihn als ihren Host.</translation>
    </message>
    <message>
        <source>Algorithm</source>
        <translation>Algorithmus</translation>
    </message>
    <message>
        <source>How requests are spread over the targets.</source>
        <translation>Wie Anfragen auf die Targets verteilt werden.</translation>
    </message>
    <message>
        <source>Hash on</source>
        <translation>Verteilen nach</translation>
    </message>
    <message>
        <source>Hash fallback</source>
        <translation>Ersatz dafür</translation>
    </message>
    <message>
        <source>Hash on header</source>
        <translation>Verteilen nach Header</translation>
    </message>
    <message>
        <source>Fallback header</source>
        <translation>Header als Ersatz</translation>
    </message>
    <message>
        <source>Hash on cookie</source>
        <translation>Verteilen nach Cookie</translation>
    </message>
    <message>
        <source>Path of the cookie</source>
        <translation>Pfad des Cookies</translation>
    </message>
    <message>
        <source>Hash on query parameter</source>
        <translation>Verteilen nach Query-Parameter</translation>
    </message>
    <message>
        <source>Fallback query parameter</source>
        <translation>Query-Parameter als Ersatz</translation>
    </message>
    <message>
        <source>Hash on path capture</source>
        <translation>Verteilen nach Pfadteil</translation>
    </message>
    <message>
        <source>Fallback path capture</source>
        <translation>Pfadteil als Ersatz</translation>
    </message>
    <message>
        <source>Slots</source>
        <translation>Plätze</translation>
    </message>
    <message>
        <source>Size of the balancing ring.</source>
        <translation>Größe des Verteilungsrings.</translation>
    </message>
    <message>
        <source>Host header</source>
        <translation>Host-Header</translation>
    </message>
    <message>
        <source>Sent to the targets instead of their own name.</source>
        <translation>Geht an die Targets statt ihres eigenen Namens.</translation>
    </message>
    <message>
        <source>Shown to the targets during the TLS handshake.</source>
        <translation>Wird den Targets beim TLS-Handshake gezeigt.</translation>
    </message>
    <message>
        <source>Use SRV name</source>
        <translation>SRV-Namen benutzen</translation>
    </message>
    <message>
        <source>Send the name from an SRV record as Host.</source>
        <translation>Den Namen aus einem SRV-Eintrag als Host senden.</translation>
    </message>
    <message>
        <source>Vault</source>
        <translation>Vault</translation>
    </message>
    <message>
        <source>Prefix</source>
        <translation>Präfix</translation>
    </message>
    <message>
        <source>The name references use: {vault://prefix/secret}.</source>
        <translation>Der Name, den Verweise benutzen: {vault://prefix/secret}.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Where secrets are kept; env = environment.</source>
        <translation>Wo Geheimnisse liegen; env = Umgebung.</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Variable prefix</source>
        <translation>Präfix der Variablen</translation>
    </message>
    <message>
        <source>Put in front of the name of the variable.</source>
        <translation>Kommt vor den Namen der Variablen.</translation>
    </message>
    <message>
        <source>Allow</source>
        <translation>Erlauben</translation>
    </message>
    <message>
        <source>Only consumers of one of these groups pass.</source>
        <translation>Nur Consumers aus einer dieser Gruppen kommen durch.</translation>
    </message>
    <message>
        <source>Deny</source>
        <translation>Verweigern</translation>
    </message>
    <message>
        <source>Consumers of one of these groups do not pass.</source>
        <translation>Consumers aus einer dieser Gruppen kommen nicht durch.</translation>
    </message>
    <message>
        <source>Hide groups header</source>
        <translation>Gruppen-Header verbergen</translation>
    </message>
    <message>
        <source>Do not tell the service the groups (X-Consumer-Groups).</source>
        <translation>Dem Service die Gruppen nicht nennen (X-Consumer-Groups).</translation>
    </message>
    <message>
        <source>Always use authenticated groups</source>
        <translation>Immer erkannte Gruppen nehmen</translation>
    </message>
    <message>
        <source>Prefer groups an authentication plugin has set.</source>
        <translation>Gruppen vorziehen, die ein Plugin beim Erkennen gesetzt hat.</translation>
    </message>
    <message>
        <source>Access control list</source>
        <translation>Zugangsliste</translation>
    </message>
    <message>
        <source>Lets consumers through by the groups they belong to.</source>
        <translation>Lässt Consumers nach ihren Gruppen durch.</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>A group the consumer belongs to.</source>
        <translation>Eine Gruppe, zu der der Consumer gehört.</translation>
    </message>
    <message>
        <source>Origins</source>
        <translation>Origins</translation>
    </message>
    <message>
        <source>Web pages that may call: *, addresses or regular expressions.</source>
        <translation>Webseiten, die aufrufen dürfen: *, Adressen oder reguläre Ausdrücke.</translation>
    </message>
    <message>
        <source>Request headers a page may send; empty = those it asks for.</source>
        <translation>Header, die eine Seite senden darf; leer = die, um die sie bittet.</translation>
    </message>
    <message>
        <source>Exposed headers</source>
        <translation>Sichtbare Header</translation>
    </message>
    <message>
        <source>Response headers a page may read.</source>
        <translation>Header der Antwort, die eine Seite lesen darf.</translation>
    </message>
    <message>
        <source>Methods a page may use.</source>
        <translation>Methoden, die eine Seite benutzen darf.</translation>
    </message>
    <message>
        <source>Maximum age (s)</source>
        <translation>Höchstalter (s)</translation>
    </message>
    <message>
        <source>How long a browser may remember the answer to a preflight request.</source>
        <translation>Wie lange ein Browser die Antwort auf eine Vorabfrage behalten darf.</translation>
    </message>
    <message>
        <source>Credentials</source>
        <translation>Zugangsdaten</translation>
    </message>
    <message>
        <source>Pages may send cookies and logins.</source>
        <translation>Seiten dürfen Cookies und Anmeldungen senden.</translation>
    </message>
    <message>
        <source>Private network</source>
        <translation>Privates Netz</translation>
    </message>
    <message>
        <source>Public pages may call services in a private network.</source>
        <translation>Öffentliche Seiten dürfen Services in einem privaten Netz aufrufen.</translation>
    </message>
    <message>
        <source>Pass preflight on</source>
        <translation>Vorabfragen weiterreichen</translation>
    </message>
    <message>
        <source>Let the service answer preflight requests.</source>
        <translation>Den Service Vorabfragen beantworten lassen.</translation>
    </message>
    <message>
        <source>Cross-origin requests</source>
        <translation>Anfragen anderer Herkunft</translation>
    </message>
    <message>
        <source>Tells browsers which web pages may use a route.</source>
        <translation>Sagt Browsern, welche Webseiten eine Route benutzen dürfen.</translation>
    </message>
    <message>
        <source>Basic credential</source>
        <translation>Basic-Zugang</translation>
    </message>
    <message>
        <source>HMAC credential</source>
        <translation>HMAC-Zugang</translation>
    </message>
    <message>
        <source>OAuth 2.0 application</source>
        <translation>OAuth-2.0-Anwendung</translation>
    </message>
    <message>
        <source>The file one JSON line per request is appended to.</source>
        <translation>Die Datei, an die je Anfrage eine JSON-Zeile angehängt wird.</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Neu öffnen</translation>
    </message>
    <message>
        <source>Open the file anew for every request, so that it can be rotated.</source>
        <translation>Die Datei für jede Anfrage neu öffnen, damit sie gewechselt werden kann.</translation>
    </message>
    <message>
        <source>File log</source>
        <translation>Protokolldatei</translation>
    </message>
    <message>
        <source>Writes one JSON line per request to a file.</source>
        <translation>Schreibt je Anfrage eine JSON-Zeile in eine Datei.</translation>
    </message>
    <message>
        <source>Claims to verify</source>
        <translation>Zu prüfende Claims</translation>
    </message>
    <message>
        <source>exp: not expired, nbf: already valid.</source>
        <translation>exp: nicht abgelaufen, nbf: schon gültig.</translation>
    </message>
    <message>
        <source>Anonymous consumer</source>
        <translation>Anonymer Consumer</translation>
    </message>
    <message>
        <source>Requests without a valid token pass as this consumer (id or name).</source>
        <translation>Anfragen ohne gültiges Token gehen als dieser Consumer durch (ID oder Name).</translation>
    </message>
    <message>
        <source>Query parameters</source>
        <translation>Query-Parameter</translation>
    </message>
    <message>
        <source>Query parameters in which a token is looked for.</source>
        <translation>Query-Parameter, in denen ein Token gesucht wird.</translation>
    </message>
    <message>
        <source>Cookies</source>
        <translation>Cookies</translation>
    </message>
    <message>
        <source>Cookies in which a token is looked for.</source>
        <translation>Cookies, in denen ein Token gesucht wird.</translation>
    </message>
    <message>
        <source>Key claim</source>
        <translation>Schlüssel-Claim</translation>
    </message>
    <message>
        <source>The claim that names the credential.</source>
        <translation>Der Claim, der die Zugangsdaten nennt.</translation>
    </message>
    <message>
        <source>Secrets are Base64</source>
        <translation>Geheimnisse sind Base64</translation>
    </message>
    <message>
        <source>Decode the secret of a credential before use.</source>
        <translation>Das Geheimnis vor dem Gebrauch dekodieren.</translation>
    </message>
    <message>
        <source>Run on preflight</source>
        <translation>Auch bei Vorabfragen</translation>
    </message>
    <message>
        <source>Ask for a token on OPTIONS requests too.</source>
        <translation>Auch bei OPTIONS-Anfragen ein Token verlangen.</translation>
    </message>
    <message>
        <source>Maximum expiration (s)</source>
        <translation>Längste Gültigkeit (s)</translation>
    </message>
    <message>
        <source>How far in the future exp may lie; 0 = no limit.</source>
        <translation>Wie weit exp in der Zukunft liegen darf; 0 = ohne Grenze.</translation>
    </message>
    <message>
        <source>Headers in which a bearer token is looked for.</source>
        <translation>Header, in denen ein Bearer-Token gesucht wird.</translation>
    </message>
    <message>
        <source>Realm</source>
        <translation>Realm</translation>
    </message>
    <message>
        <source>Named in the WWW-Authenticate header.</source>
        <translation>Steht im Header WWW-Authenticate.</translation>
    </message>
    <message>
        <source>JWT</source>
        <translation>JWT</translation>
    </message>
    <message>
        <source>Lets only requests with a valid JSON Web Token through.</source>
        <translation>Lässt nur Anfragen mit gültigem JSON Web Token durch.</translation>
    </message>
    <message>
        <source>JWT credential</source>
        <translation>JWT-Zugang</translation>
    </message>
    <message>
        <source>Value of the key claim; empty = a random one.</source>
        <translation>Wert des Schlüssel-Claims; leer = ein zufälliger.</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Geheimnis</translation>
    </message>
    <message>
        <source>For HS algorithms; empty = a random one.</source>
        <translation>Für HS-Algorithmen; leer = ein zufälliges.</translation>
    </message>
    <message>
        <source>Public key</source>
        <translation>Öffentlicher Schlüssel</translation>
    </message>
    <message>
        <source>PEM text, for RS, ES, PS and EdDSA algorithms.</source>
        <translation>PEM-Text, für RS, ES, PS und EdDSA.</translation>
    </message>
    <message>
        <source>How tokens of this credential are signed.</source>
        <translation>Wie Token dieses Zugangs unterschrieben sind.</translation>
    </message>
    <message>
        <source>Key names</source>
        <translation>Namen des Schlüssels</translation>
    </message>
    <message>
        <source>Headers, query parameters or form fields that carry the key.</source>
        <translation>Header, Query-Parameter oder Formularfelder, die den Schlüssel tragen.</translation>
    </message>
    <message>
        <source>Hide credentials</source>
        <translation>Zugangsdaten verbergen</translation>
    </message>
    <message>
        <source>Remove the key before forwarding.</source>
        <translation>Den Schlüssel vor dem Weiterreichen entfernen.</translation>
    </message>
    <message>
        <source>Requests without a valid key pass as this consumer (id or name).</source>
        <translation>Anfragen ohne gültigen Schlüssel gehen als dieser Consumer durch (ID oder Name).</translation>
    </message>
    <message>
        <source>Key in header</source>
        <translation>Schlüssel im Header</translation>
    </message>
    <message>
        <source>Key in query</source>
        <translation>Schlüssel in der Query</translation>
    </message>
    <message>
        <source>Key in body</source>
        <translation>Schlüssel im Body</translation>
    </message>
    <message>
        <source>Ask for a key on OPTIONS requests too.</source>
        <translation>Auch bei OPTIONS-Anfragen einen Schlüssel verlangen.</translation>
    </message>
    <message>
        <source>Key authentication</source>
        <translation>Schlüssel-Anmeldung</translation>
    </message>
    <message>
        <source>Lets only requests with a known API key through.</source>
        <translation>Lässt nur Anfragen mit bekanntem API-Schlüssel durch.</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>The API key; empty = a random one.</source>
        <translation>Der API-Schlüssel; leer = ein zufälliger.</translation>
    </message>
    <message>
        <source>Requests allowed in this time.</source>
        <translation>In dieser Zeit erlaubte Anfragen.</translation>
    </message>
    <message>
        <source>Per second</source>
        <translation>Je Sekunde</translation>
    </message>
    <message>
        <source>Per minute</source>
        <translation>Je Minute</translation>
    </message>
    <message>
        <source>Per hour</source>
        <translation>Je Stunde</translation>
    </message>
    <message>
        <source>Per day</source>
        <translation>Je Tag</translation>
    </message>
    <message>
        <source>Per month</source>
        <translation>Je Monat</translation>
    </message>
    <message>
        <source>Per year</source>
        <translation>Je Jahr</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Ort der Zählung</translation>
    </message>
    <message>
        <source>Where counting happens: in this gateway or in Redis.</source>
        <translation>Wo gezählt wird: in diesem Gateway oder in Redis.</translation>
    </message>
    <message>
        <source>Limit by</source>
        <translation>Zählen nach</translation>
    </message>
    <message>
        <source>Whose requests are counted together.</source>
        <translation>Wessen Anfragen zusammen gezählt werden.</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>Header</translation>
    </message>
    <message>
        <source>Counted by when limiting by header.</source>
        <translation>Danach wird gezählt, wenn nach Header gezählt wird.</translation>
    </message>
    <message>
        <source>Counted by when limiting by path.</source>
        <translation>Danach wird gezählt, wenn nach Pfad gezählt wird.</translation>
    </message>
    <message>
        <source>Fault tolerant</source>
        <translation>Fehler dulden</translation>
    </message>
    <message>
        <source>Let requests through when Redis cannot be reached.</source>
        <translation>Anfragen durchlassen, wenn Redis nicht erreichbar ist.</translation>
    </message>
    <message>
        <source>Hide client headers</source>
        <translation>Header für Clients verbergen</translation>
    </message>
    <message>
        <source>Do not tell clients how much of the limit is left.</source>
        <translation>Clients nicht sagen, wie viel vom Limit übrig ist.</translation>
    </message>
    <message>
        <source>Error code</source>
        <translation>Fehlercode</translation>
    </message>
    <message>
        <source>Status of refused requests.</source>
        <translation>Status abgelehnter Anfragen.</translation>
    </message>
    <message>
        <source>Error message</source>
        <translation>Fehlermeldung</translation>
    </message>
    <message>
        <source>Message of refused requests.</source>
        <translation>Meldung abgelehnter Anfragen.</translation>
    </message>
    <message>
        <source>Sync rate (s)</source>
        <translation>Abgleich alle (s)</translation>
    </message>
    <message>
        <source>How often counters are sent to Redis; -1 = at every request.</source>
        <translation>Wie oft Zähler an Redis gehen; -1 = bei jeder Anfrage.</translation>
    </message>
    <message>
        <source>Rate limiting</source>
        <translation>Limits</translation>
    </message>
    <message>
        <source>Limits how many requests are let through in a period.</source>
        <translation>Begrenzt, wie viele Anfragen in einer Zeit durchkommen.</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Status of the answer.</source>
        <translation>Status der Antwort.</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Sent as JSON; not together with a body of your own.</source>
        <translation>Wird als JSON gesendet; nicht zusammen mit einem eigenen Body.</translation>
    </message>
    <message>
        <source>Content type</source>
        <translation>Inhaltstyp</translation>
    </message>
    <message>
        <source>Of the body below; needs one.</source>
        <translation>Des Bodys darunter; verlangt einen.</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Body</translation>
    </message>
    <message>
        <source>Sent as it is.</source>
        <translation>Wird gesendet, wie er ist.</translation>
    </message>
    <message>
        <source>Echo</source>
        <translation>Echo</translation>
    </message>
    <message>
        <source>Answer with a copy of the request, for debugging.</source>
        <translation>Mit einer Kopie der Anfrage antworten, zur Fehlersuche.</translation>
    </message>
    <message>
        <source>Trigger</source>
        <translation>Auslöser</translation>
    </message>
    <message>
        <source>Only requests with this header or query parameter are answered.</source>
        <translation>Nur Anfragen mit diesem Header oder Query-Parameter werden beantwortet.</translation>
    </message>
    <message>
        <source>Request termination</source>
        <translation>Anfragen beenden</translation>
    </message>
    <message>
        <source>Answers requests itself instead of passing them on.</source>
        <translation>Beantwortet Anfragen selbst, statt sie weiterzureichen.</translation>
    </message>
    <message>
        <source>Redis</source>
        <translation>Redis</translation>
    </message>
    <message>
        <source>The server that counts for several gateways.</source>
        <translation>Der Server, der für mehrere Gateways zählt.</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Words to group and filter by.</source>
        <translation>Wörter zum Gruppieren und Filtern.</translation>
    </message>
</context>
<context>
    <name>secrets</name>
    <message>
        <source>this is no NAME=value</source>
        <translation>das ist kein NAME=Wert</translation>
    </message>
    <message>
        <source>The file of secrets has errors.</source>
        <translation>Die Datei der Geheimnisse hat Fehler.</translation>
    </message>
    <message>
        <source>The secrets could not be encrypted.</source>
        <translation>Die Geheimnisse ließen sich nicht verschlüsseln.</translation>
    </message>
    <message>
        <source>The passphrase is empty.</source>
        <translation>Die Passphrase ist leer.</translation>
    </message>
    <message>
        <source>This is no file of encrypted secrets.</source>
        <translation>Das ist keine Datei verschlüsselter Geheimnisse.</translation>
    </message>
    <message>
        <source>The encrypted secrets were written by a newer version.</source>
        <translation>Die verschlüsselten Geheimnisse stammen von einer neueren Version.</translation>
    </message>
    <message>
        <source>The passphrase is wrong, or the file of secrets is damaged.</source>
        <translation>Die Passphrase ist falsch, oder die Datei der Geheimnisse ist beschädigt.</translation>
    </message>
    <message>
        <source>encrypted file</source>
        <translation>verschlüsselte Datei</translation>
    </message>
    <message>
        <source>Another program is writing %1.</source>
        <translation>Ein anderes Programm schreibt gerade %1.</translation>
    </message>
    <message>
        <source>The encrypted file needs a passphrase.</source>
        <translation>Die verschlüsselte Datei braucht eine Passphrase.</translation>
    </message>
    <message>
        <source>The encrypted file has no such entry.</source>
        <translation>Die verschlüsselte Datei hat keinen solchen Eintrag.</translation>
    </message>
    <message>
        <source>The keychain cannot be reached: %1</source>
        <translation>Der Schlüsselbund ist nicht erreichbar: %1</translation>
    </message>
    <message>
        <source>it does not answer</source>
        <translation>er antwortet nicht</translation>
    </message>
    <message>
        <source>The keychain has no such entry.</source>
        <translation>Der Schlüsselbund hat keinen solchen Eintrag.</translation>
    </message>
    <message>
        <source>The keychain refused: %1</source>
        <translation>Der Schlüsselbund lehnte ab: %1</translation>
    </message>
    <message>
        <source>keychain</source>
        <translation>Schlüsselbund</translation>
    </message>
    <message>
        <source>memory, for this session</source>
        <translation>Arbeitsspeicher, für diese Sitzung</translation>
    </message>
    <message>
        <source>There is no such secret.</source>
        <translation>Ein solches Geheimnis gibt es nicht.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>There is no %1.</source>
        <translation>%1 gibt es nicht.</translation>
    </message>
    <message>
        <source>Cannot read %1: %2</source>
        <translation>%1 ist nicht lesbar: %2</translation>
    </message>
    <message>
        <source>%1 holds secrets and others may read it; allow its owner alone (chmod 600).</source>
        <translation>%1 enthält Geheimnisse, und andere dürfen es lesen; erlauben Sie es nur dem Eigentümer (chmod 600).</translation>
    </message>
    <message>
        <source>Cannot write %1: %2</source>
        <translation>%1 ist nicht schreibbar: %2</translation>
    </message>
    <message>
        <source>no such folder</source>
        <translation>einen solchen Ordner gibt es nicht</translation>
    </message>
    <message>
        <source>An entry of the keychain is not one of ours.</source>
        <translation>Ein Eintrag im Schlüsselbund ist keiner von uns.</translation>
    </message>
    <message>
        <source>the environment</source>
        <translation>die Umgebung</translation>
    </message>
    <message>
        <source>No place for secrets is chosen.</source>
        <translation>Es ist kein Ort für Geheimnisse gewählt.</translation>
    </message>
    <message>
        <source>GATEHOUSE_SECRETS_BACKEND allows no keychain.</source>
        <translation>GATEHOUSE_SECRETS_BACKEND erlaubt keinen Schlüsselbund.</translation>
    </message>
    <message>
        <source>The keychain is locked; it holds what it held.</source>
        <translation>Der Schlüsselbund ist gesperrt; was darin lag, liegt noch darin.</translation>
    </message>
    <message>
        <source>Kept in this file, readable</source>
        <translation>Liegt lesbar in dieser Datei</translation>
    </message>
    <message>
        <source>Kept in the keychain</source>
        <translation>Liegt im Schlüsselbund</translation>
    </message>
    <message>
        <source>Kept in the encrypted file</source>
        <translation>Liegt in der verschlüsselten Datei</translation>
    </message>
    <message>
        <source>Kept in memory, for this session</source>
        <translation>Liegt im Arbeitsspeicher, für diese Sitzung</translation>
    </message>
    <message>
        <source>Kept nowhere yet: there is no keychain</source>
        <translation>Liegt noch nirgends: es gibt keinen Schlüsselbund</translation>
    </message>
    <message>
        <source>Secrets in memory only</source>
        <translation>Geheimnisse nur im Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Secrets locked</source>
        <translation>Geheimnisse gesperrt</translation>
    </message>
    <message>
        <source>No keychain</source>
        <translation>Kein Schlüsselbund</translation>
    </message>
</context>
</TS>
