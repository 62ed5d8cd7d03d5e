<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>QPlatformTheme</name>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Ctrl</source>
        <translation>Strg</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Umschalt</translation>
    </message>
    <message>
        <source>Alt</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>Ins</source>
        <translation>Einfg</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Pos1</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>PgUp</source>
        <translation>Bild auf</translation>
    </message>
    <message>
        <source>PgDown</source>
        <translation>Bild ab</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Auf</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Ab</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Rechts</translation>
    </message>
</context>
<context>
    <name>pushscope::AccessPage</name>
    <message>
        <source>Access</source>
        <translation>Zugang</translation>
    </message>
    <message>
        <source>Allowed &amp;origins:</source>
        <translation>Erlaubte &amp;Ursprünge:</translation>
    </message>
    <message>
        <source>https://app.example, separated by spaces; * for any. Loopback is always allowed.</source>
        <translation>https://app.example, durch Leerzeichen getrennt; * für jeden. Loopback ist immer erlaubt.</translation>
    </message>
    <message>
        <source>Token &amp;secret:</source>
        <translation>&amp;Geheimnis der Token:</translation>
    </message>
    <message>
        <source>At least 32 characters</source>
        <translation>Mindestens 32 Zeichen</translation>
    </message>
    <message>
        <source>S&amp;how secret</source>
        <translation>Geheimnis &amp;zeigen</translation>
    </message>
    <message>
        <source>&amp;Regenerate secret</source>
        <translation>Geheimnis &amp;neu erzeugen</translation>
    </message>
    <message>
        <source>Makes a new random secret. Tokens signed with the old one stop working.</source>
        <translation>Erzeugt ein neues zufälliges Geheimnis. Token, die mit dem alten signiert sind, gelten nicht mehr.</translation>
    </message>
    <message>
        <source>without a secret no token can be checked</source>
        <translation>ohne Geheimnis lässt sich kein Token prüfen</translation>
    </message>
</context>
<context>
    <name>pushscope::Actions</name>
    <message>
        <source>Start hub</source>
        <translation>Hub starten</translation>
    </message>
    <message>
        <source>Starts the hub, or stops it and tells its clients to come back</source>
        <translation>Startet den Hub, oder beendet ihn und sagt seinen Clients, dass sie wiederkommen sollen</translation>
    </message>
    <message>
        <source>Restart hub</source>
        <translation>Hub neu starten</translation>
    </message>
    <message>
        <source>Stops the hub and starts it with the present settings</source>
        <translation>Beendet den Hub und startet ihn mit den jetzigen Einstellungen</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen …</translation>
    </message>
    <message>
        <source>The hub, how the window looks, keys and notifications</source>
        <translation>Der Hub, das Aussehen, Tasten und Benachrichtigungen</translation>
    </message>
    <message>
        <source>Open test page</source>
        <translation>Testseite öffnen</translation>
    </message>
    <message>
        <source>A page in the browser that listens over all three protocols</source>
        <translation>Eine Seite im Browser, die über alle drei Protokolle hört</translation>
    </message>
    <message>
        <source>Copy hub address</source>
        <translation>Adresse des Hubs kopieren</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>Einfrieren</translation>
    </message>
    <message>
        <source>Stops the view; the capture goes on</source>
        <translation>Hält die Anzeige an; die Aufzeichnung geht weiter</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Marke</translation>
    </message>
    <message>
        <source>Puts a mark into the journal at this moment</source>
        <translation>Setzt jetzt eine Marke ins Journal</translation>
    </message>
    <message>
        <source>Simulated clients…</source>
        <translation>Simulierte Clients …</translation>
    </message>
    <message>
        <source>Adds clients that live in this program and connect over real sockets</source>
        <translation>Fügt Clients hinzu, die in diesem Programm leben und sich über echte Sockets verbinden</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Remove all faults</source>
        <translation>Alle Störungen entfernen</translation>
    </message>
    <message>
        <source>Takes back every fault that is at work</source>
        <translation>Nimmt jede wirkende Störung zurück</translation>
    </message>
    <message>
        <source>Undo fault change</source>
        <translation>Änderung der Störungen zurücknehmen</translation>
    </message>
    <message>
        <source>Removes the rule that was set last, or brings back what was removed</source>
        <translation>Entfernt die zuletzt gesetzte Regel, oder holt Entferntes zurück</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>To what was selected before</source>
        <translation>Zum vorher Ausgewählten</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vorwärts</translation>
    </message>
    <message>
        <source>To what was selected after it</source>
        <translation>Zum danach Ausgewählten</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Reset layout</source>
        <translation>Anordnung zurücksetzen</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Nächster Bereich</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>Voriger Bereich</translation>
    </message>
    <message>
        <source>Find a command…</source>
        <translation>Befehl finden …</translation>
    </message>
    <message>
        <source>Commands, clients, events and settings by a few letters of their names</source>
        <translation>Befehle, Clients, Ereignisse und Einstellungen an wenigen Buchstaben ihres Namens</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Does again what was taken back</source>
        <translation>Tut noch einmal, was zurückgenommen wurde</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Goes to the filter of the pane with the focus</source>
        <translation>Geht zum Filter des Bereichs, der den Fokus hat</translation>
    </message>
    <message>
        <source>Next event of the client</source>
        <translation>Nächstes Ereignis des Clients</translation>
    </message>
    <message>
        <source>Previous event of the client</source>
        <translation>Voriges Ereignis des Clients</translation>
    </message>
    <message>
        <source>Send event</source>
        <translation>Ereignis senden</translation>
    </message>
    <message>
        <source>Sends what is written in Inject</source>
        <translation>Sendet, was unter Senden geschrieben steht</translation>
    </message>
    <message>
        <source>Stop sending</source>
        <translation>Senden anhalten</translation>
    </message>
    <message>
        <source>Ends a repetition in Inject</source>
        <translation>Beendet eine Wiederholung unter Senden</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light or dark as the desktop is</source>
        <translation>Hell oder dunkel wie die Arbeitsfläche</translation>
    </message>
    <message>
        <source>Save layout…</source>
        <translation>Anordnung speichern …</translation>
    </message>
    <message>
        <source>Keeps the arrangement of panes under a name</source>
        <translation>Behält die Anordnung der Bereiche unter einem Namen</translation>
    </message>
    <message>
        <source>Tour</source>
        <translation>Rundgang</translation>
    </message>
    <message>
        <source>Shows in a few steps what the window can do</source>
        <translation>Zeigt in wenigen Schritten, was das Fenster kann</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <source>Opens the manual</source>
        <translation>Öffnet das Handbuch</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>About Pushscope</source>
        <translation>Über Pushscope</translation>
    </message>
    <message>
        <source>Stop hub</source>
        <translation>Hub beenden</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>Tells the desktop when clients lost events or an export ended while the window is not active</source>
        <translation>Meldet der Arbeitsfläche, wenn Clients Ereignisse verloren oder ein Export endete, während das Fenster nicht aktiv ist</translation>
    </message>
    <message>
        <source>Open session…</source>
        <translation>Sitzung öffnen …</translation>
    </message>
    <message>
        <source>Shows a recorded session, or a log of JSON lines or a HAR, in a window of its own</source>
        <translation>Zeigt eine aufgezeichnete Sitzung, ein Protokoll aus JSON-Zeilen oder ein HAR in einem eigenen Fenster</translation>
    </message>
    <message>
        <source>Save session as…</source>
        <translation>Sitzung speichern unter …</translation>
    </message>
    <message>
        <source>Copies what was recorded so far into a file of your own, which is kept</source>
        <translation>Kopiert das bisher Aufgezeichnete in eine eigene Datei, die erhalten bleibt</translation>
    </message>
    <message>
        <source>Writes what was recorded as JSON lines, CSV, HAR, pcapng or a program that does it again</source>
        <translation>Schreibt das Aufgezeichnete als JSON-Zeilen, CSV, HAR, pcapng oder als Programm, das es noch einmal tut</translation>
    </message>
    <message>
        <source>Profiles…</source>
        <translation>Profile …</translation>
    </message>
    <message>
        <source>Named sets of what a hub is started with: new ones, other names, copies</source>
        <translation>Benannte Sätze dessen, womit ein Hub gestartet wird: neue, andere Namen, Kopien</translation>
    </message>
    <message>
        <source>Brings the shipped arrangement of panes and columns back</source>
        <translation>Stellt die Anordnung von Bereichen und Spalten ab Werk wieder her</translation>
    </message>
    <message>
        <source>Start or stop the hub</source>
        <translation>Hub starten oder beenden</translation>
    </message>
    <message>
        <source>Takes back what was typed, or the last change of a fault, a mark or a rule that answers</source>
        <translation>Nimmt Getipptes zurück, oder die letzte Änderung einer Störung, einer Marke oder einer antwortenden Regel</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>The window without its frame, as large as the screen</source>
        <translation>Das Fenster ohne Rahmen, so groß wie der Bildschirm</translation>
    </message>
</context>
<context>
    <name>pushscope::AnswerDesk</name>
    <message>
        <source>this file is too large for a list of rules</source>
        <translation>diese Datei ist zu groß für eine Liste von Regeln</translation>
    </message>
    <message>
        <source>rule %1, %2: %3</source>
        <translation>Regel %1, %2: %3</translation>
    </message>
</context>
<context>
    <name>pushscope::AnswerEditor</name>
    <message>
        <source>at character %1</source>
        <translation>bei Zeichen %1</translation>
    </message>
    <message>
        <source>line %1, character %2</source>
        <translation>Zeile %1, Zeichen %2</translation>
    </message>
    <message>
        <source>Rule that answers</source>
        <translation>Antwortende Regel</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>By which the journal speaks of it</source>
        <translation>Unter dem das Journal von ihr spricht</translation>
    </message>
    <message>
        <source>When the &amp;type is:</source>
        <translation>Wenn der &amp;Typ ist:</translation>
    </message>
    <message>
        <source>order:new, order:*; empty: any message. What the hub answers itself, like chat:send, in full only.</source>
        <translation>order:new, order:*; leer: jede Nachricht. Was der Hub selbst beantwortet, wie chat:send, nur ausgeschrieben.</translation>
    </message>
    <message>
        <source>and &amp;has the value:</source>
        <translation>und den &amp;Wert hat:</translation>
    </message>
    <message>
        <source>$.payload.items[0].name; empty: the whole text</source>
        <translation>$.payload.items[0].name; leer: der ganze Text</translation>
    </message>
    <message>
        <source>that &amp;matches:</source>
        <translation>auf den &amp;passt:</translation>
    </message>
    <message>
        <source>A regular expression; its parentheses are {{1}}, {{2}}. Empty: the value only has to be there.</source>
        <translation>Ein regulärer Ausdruck; seine Klammern sind {{1}}, {{2}}. Leer: der Wert muss nur da sein.</translation>
    </message>
    <message>
        <source>Reply to its sender</source>
        <translation>Dem Absender antworten</translation>
    </message>
    <message>
        <source>Publish an event</source>
        <translation>Ein Ereignis veröffentlichen</translation>
    </message>
    <message>
        <source>Let the hub answer, later</source>
        <translation>Den Hub antworten lassen, später</translation>
    </message>
    <message>
        <source>Close the connection</source>
        <translation>Die Verbindung schließen</translation>
    </message>
    <message>
        <source>T&amp;hen:</source>
        <translation>&amp;Dann:</translation>
    </message>
    <message>
        <source>JSON with variables: {{$.payload.name}} {{1}} {{user}} {{client}} {{type}} {{now}} {{uuid}} {{seq}}</source>
        <translation>JSON mit Variablen: {{$.payload.name}} {{1}} {{user}} {{client}} {{type}} {{now}} {{uuid}} {{seq}}</translation>
    </message>
    <message>
        <source>Me&amp;ssage:</source>
        <translation>Na&amp;chricht:</translation>
    </message>
    <message>
        <source>T&amp;o:</source>
        <translation>&amp;An:</translation>
    </message>
    <message>
        <source>user:alice, room:{{$.payload.room}} or *; several are separated by spaces</source>
        <translation>user:alice, room:{{$.payload.room}} oder *; mehrere durch Leerzeichen getrennt</translation>
    </message>
    <message>
        <source>&amp;Event type:</source>
        <translation>&amp;Ereignistyp:</translation>
    </message>
    <message>
        <source>message, or {{type}}</source>
        <translation>message, oder {{type}}</translation>
    </message>
    <message>
        <source>&amp;Data:</source>
        <translation>Da&amp;ten:</translation>
    </message>
    <message>
        <source>Close code</source>
        <translation>Code beim Schließen</translation>
    </message>
    <message>
        <source>&amp;Close code:</source>
        <translation>&amp;Code beim Schließen:</translation>
    </message>
    <message>
        <source>&amp;Reason:</source>
        <translation>&amp;Grund:</translation>
    </message>
    <message>
        <source>At most 120 octets; may have variables</source>
        <translation>Höchstens 120 Oktette; darf Variablen haben</translation>
    </message>
    <message>
        <source>&amp;After:</source>
        <translation>Nac&amp;h:</translation>
    </message>
    <message>
        <source>200ms, 2s; at most 60s. Empty: at once.</source>
        <translation>200ms, 2s; höchstens 60s. Leer: sofort.</translation>
    </message>
    <message>
        <source>Message to try</source>
        <translation>Nachricht zum Ausprobieren</translation>
    </message>
    <message>
        <source>Tr&amp;y a message:</source>
        <translation>Eine Nachricht &amp;ausprobieren:</translation>
    </message>
    <message>
        <source>What the rule would do</source>
        <translation>Was die Regel tun würde</translation>
    </message>
    <message>
        <source>another rule has this name</source>
        <translation>eine andere Regel heißt so</translation>
    </message>
    <message>
        <source>This message does not match.</source>
        <translation>Diese Nachricht passt nicht.</translation>
    </message>
    <message>
        <source>It matches: %1</source>
        <translation>Sie passt: %1</translation>
    </message>
</context>
<context>
    <name>pushscope::AnswersModel</name>
    <message>
        <source>reply %1</source>
        <translation>antworten: %1</translation>
    </message>
    <message>
        <source>send %1 to %2</source>
        <translation>%1 senden an %2</translation>
    </message>
    <message>
        <source>let the hub answer after %1</source>
        <translation>den Hub nach %1 antworten lassen</translation>
    </message>
    <message>
        <source>close with %1</source>
        <translation>schließen mit %1</translation>
    </message>
    <message>
        <source>after %1: %2</source>
        <translation>nach %1: %2</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>When a message has</source>
        <translation>Wenn eine Nachricht hat</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Dann</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Beantwortet</translation>
    </message>
    <message>
        <source>Its name; the box switches it on and off</source>
        <translation>Ihr Name; das Kästchen schaltet sie ein und aus</translation>
    </message>
    <message>
        <source>The type, the path and the pattern by which a message matches</source>
        <translation>Typ, Pfad und Muster, auf die eine Nachricht passt</translation>
    </message>
    <message>
        <source>What the hub does</source>
        <translation>Was der Hub tut</translation>
    </message>
    <message>
        <source>How often it has done so</source>
        <translation>Wie oft er es getan hat</translation>
    </message>
</context>
<context>
    <name>pushscope::AnswersPane</name>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>No rule yet. A rule answers what WebSocket clients send: with a reply, an event to others, a delay or a close; so the hub can stand in for a backend that isn&apos;t written yet.</source>
        <translation>Noch keine Regel. Eine Regel beantwortet, was WebSocket-Clients senden: mit einer Antwort, einem Ereignis an andere, einer Verzögerung oder dem Schließen; so kann der Hub ein Backend vertreten, das es noch nicht gibt.</translation>
    </message>
    <message>
        <source>New rule…</source>
        <translation>Neue Regel …</translation>
    </message>
    <message>
        <source>Edit rule…</source>
        <translation>Regel bearbeiten …</translation>
    </message>
    <message>
        <source>Also by Enter in the list</source>
        <translation>Auch mit der Eingabetaste in der Liste</translation>
    </message>
    <message>
        <source>Duplicate rule</source>
        <translation>Regel verdoppeln</translation>
    </message>
    <message>
        <source>Remove rule</source>
        <translation>Regel entfernen</translation>
    </message>
    <message>
        <source>Also by Delete in the list</source>
        <translation>Auch mit Entf in der Liste</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Früher</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Save rules…</source>
        <translation>Regeln speichern …</translation>
    </message>
    <message>
        <source>Into a file</source>
        <translation>In eine Datei</translation>
    </message>
    <message>
        <source>Load rules…</source>
        <translation>Regeln laden …</translation>
    </message>
    <message>
        <source>From a file, instead of these</source>
        <translation>Aus einer Datei, anstelle von diesen</translation>
    </message>
    <message>
        <source>Rules that answer</source>
        <translation>Antwortende Regeln</translation>
    </message>
    <message>
        <source>Edit the rule</source>
        <translation>Die Regel bearbeiten</translation>
    </message>
    <message>
        <source>Remove the rule</source>
        <translation>Die Regel entfernen</translation>
    </message>
    <message>
        <source>%1 is at work</source>
        <translation>%1 ist am Werk</translation>
    </message>
    <message numerus="yes">
        <source>There are %Ln rules already: that is all.</source>
        <translation>
            <numerusform>Es gibt schon %Ln Regel: mehr geht nicht.</numerusform>
            <numerusform>Es gibt schon %Ln Regeln: mehr geht nicht.</numerusform>
        </translation>
    </message>
    <message>
        <source>rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Save rules</source>
        <translation>Regeln speichern</translation>
    </message>
    <message>
        <source>Rules that answer (*.json);;All files (*)</source>
        <translation>Antwortende Regeln (*.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Gespeichert: %1</translation>
    </message>
    <message>
        <source>%1 was not saved: %2</source>
        <translation>%1 wurde nicht gespeichert: %2</translation>
    </message>
    <message>
        <source>Load rules</source>
        <translation>Regeln laden</translation>
    </message>
    <message>
        <source>Loaded: %1</source>
        <translation>Geladen: %1</translation>
    </message>
    <message>
        <source>%1 was not loaded: %2</source>
        <translation>%1 wurde nicht geladen: %2</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>A rule that answers messages of WebSocket clients; also by Insert</source>
        <translation>Eine Regel, die auf Nachrichten von WebSocket-Clients antwortet; auch mit Einfg</translation>
    </message>
    <message>
        <source>All rules that match act, in this order; also by Alt+Up in the list</source>
        <translation>Alle passenden Regeln wirken, in dieser Reihenfolge; auch mit Alt+Oben in der Liste</translation>
    </message>
    <message>
        <source>All rules that match act, in this order; also by Alt+Down in the list</source>
        <translation>Alle passenden Regeln wirken, in dieser Reihenfolge; auch mit Alt+Unten in der Liste</translation>
    </message>
    <message>
        <source>A new rule that answers</source>
        <translation>Eine neue Regel, die antwortet</translation>
    </message>
    <message>
        <source>Switch the rule on or off</source>
        <translation>Die Regel ein- oder ausschalten</translation>
    </message>
    <message>
        <source>Move the rule up</source>
        <translation>Die Regel nach oben schieben</translation>
    </message>
    <message>
        <source>Move the rule down</source>
        <translation>Die Regel nach unten schieben</translation>
    </message>
    <message>
        <source>%1 is kept, and switched off</source>
        <translation>%1 ist behalten und ausgeschaltet</translation>
    </message>
    <message>
        <source>%1 is kept, and acts when the hub runs</source>
        <translation>%1 ist behalten und wirkt, sobald der Hub läuft</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Takes the last change of the rules back (Ctrl+Z)</source>
        <translation>Nimmt die letzte Änderung der Regeln zurück (Strg+Z)</translation>
    </message>
    <message>
        <source>↶ The last change of the rules was taken back.</source>
        <translation>↶ Die letzte Änderung der Regeln ist zurückgenommen.</translation>
    </message>
    <message>
        <source>The change of the rules was made again.</source>
        <translation>Die Änderung der Regeln ist wieder gemacht.</translation>
    </message>
</context>
<context>
    <name>pushscope::AppearancePage</name>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>&amp;Theme:</source>
        <translation>&amp;Farben:</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>&amp;Size of everything:</source>
        <translation>&amp;Größe von allem:</translation>
    </message>
    <message>
        <source>Scale, on top of the desktop&apos;s own</source>
        <translation>Skalierung, zusätzlich zu der des Desktops</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>&amp;Sprache:</translation>
    </message>
</context>
<context>
    <name>pushscope::AttemptsModel</name>
    <message>
        <source>Attempt</source>
        <translation>Versuch</translation>
    </message>
    <message>
        <source>Its number since the connection ended</source>
        <translation>Seine Nummer seit dem Ende der Verbindung</translation>
    </message>
    <message>
        <source>At</source>
        <translation>Um</translation>
    </message>
    <message>
        <source>When it came in</source>
        <translation>Wann er ankam</translation>
    </message>
    <message>
        <source>Waited, ms</source>
        <translation>Gewartet, ms</translation>
    </message>
    <message>
        <source>Since the attempt before, or since the connection ended</source>
        <translation>Seit dem Versuch davor, oder seit dem Ende der Verbindung</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>What it was answered</source>
        <translation>Was geantwortet wurde</translation>
    </message>
    <message>
        <source>✔ came back</source>
        <translation>✔ kam wieder</translation>
    </message>
    <message>
        <source>✖ refused with %1</source>
        <translation>✖ abgewiesen mit %1</translation>
    </message>
</context>
<context>
    <name>pushscope::BusChannelsModel</name>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>The Redis channel of the same name</source>
        <translation>Der Redis-Kanal gleichen Namens</translation>
    </message>
    <message>
        <source>Subscribers</source>
        <translation>Abonnenten</translation>
    </message>
    <message>
        <source>Connections of this hub that hear it; Redis sees one for all of them</source>
        <translation>Verbindungen dieses Hubs, die ihn hören; Redis sieht eine für alle</translation>
    </message>
    <message>
        <source>Heard</source>
        <translation>Gehört</translation>
    </message>
    <message>
        <source>Messages that came on it since this hub subscribed</source>
        <translation>Nachrichten darauf, seit dieser Hub ihn abonniert hat</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Whether Redis has confirmed the subscription</source>
        <translation>Ob Redis das Abonnement bestätigt hat</translation>
    </message>
    <message>
        <source>being given up</source>
        <translation>wird aufgegeben</translation>
    </message>
    <message>
        <source>subscribed</source>
        <translation>abonniert</translation>
    </message>
    <message>
        <source>asked for</source>
        <translation>angefragt</translation>
    </message>
</context>
<context>
    <name>pushscope::BusChart</name>
    <message>
        <source>─ messages/s in</source>
        <translation>─ Nachrichten/s herein</translation>
    </message>
    <message>
        <source>┄ out</source>
        <translation>┄ hinaus</translation>
    </message>
    <message>
        <source>─ ping, ms</source>
        <translation>─ Ping, ms</translation>
    </message>
    <message>
        <source>┄ script, ms</source>
        <translation>┄ Skript, ms</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>−%1</source>
        <translation>−%1</translation>
    </message>
    <message>
        <source>▨ outage</source>
        <translation>▨ Ausfall</translation>
    </message>
</context>
<context>
    <name>pushscope::BusDropsModel</name>
    <message>
        <source>At</source>
        <translation>Um</translation>
    </message>
    <message>
        <source>When the message came</source>
        <translation>Wann die Nachricht kam</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>The channel on which it was published</source>
        <translation>Der Kanal, auf dem sie veröffentlicht wurde</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>What is wrong with it</source>
        <translation>Was daran falsch ist</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>How it begins</source>
        <translation>Wie sie beginnt</translation>
    </message>
</context>
<context>
    <name>pushscope::BusHubsModel</name>
    <message>
        <source>Hub</source>
        <translation>Hub</translation>
    </message>
    <message>
        <source>The name of this run of the hub</source>
        <translation>Der Name dieses Laufs des Hubs</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Clients that it told of, at most a second ago</source>
        <translation>Clients, von denen er zuletzt berichtet hat, vor höchstens einer Sekunde</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>Where it listens</source>
        <translation>Wo er lauscht</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Rechner</translation>
    </message>
    <message>
        <source>The name of its machine</source>
        <translation>Der Name seines Rechners</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Prozess</translation>
    </message>
    <message>
        <source>Its process on that machine</source>
        <translation>Sein Prozess auf diesem Rechner</translation>
    </message>
    <message>
        <source>%1 (this one)</source>
        <translation>%1 (dieser)</translation>
    </message>
</context>
<context>
    <name>pushscope::BusOutagesModel</name>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>When the connection was lost</source>
        <translation>Wann die Verbindung verloren ging</translation>
    </message>
    <message>
        <source>Lasted</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Until all channels were heard again</source>
        <translation>Bis alle Kanäle wieder gehört wurden</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>What ended the connection</source>
        <translation>Was die Verbindung beendet hat</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>%1 bisher</translation>
    </message>
</context>
<context>
    <name>pushscope::BusPane</name>
    <message>
        <source>State of the bus</source>
        <translation>Zustand des Busses</translation>
    </message>
    <message>
        <source>State of the second hub</source>
        <translation>Zustand des zweiten Hubs</translation>
    </message>
    <message>
        <source>The last event sent across</source>
        <translation>Das zuletzt hinübergeschickte Ereignis</translation>
    </message>
    <message>
        <source>Figures of the bus</source>
        <translation>Zahlen des Busses</translation>
    </message>
    <message>
        <source>Messages and times of the bus</source>
        <translation>Nachrichten und Zeiten des Busses</translation>
    </message>
    <message>
        <source>The tabs “Figures” and “Outages” have the same as text</source>
        <translation>Die Reiter „Zahlen“ und „Ausfälle“ haben dasselbe als Text</translation>
    </message>
    <message>
        <source>Start second hub</source>
        <translation>Zweiten Hub starten</translation>
    </message>
    <message>
        <source>Send across</source>
        <translation>Hinüberschicken</translation>
    </message>
    <message>
        <source>Publishes an event to everyone on one hub and measures until the other has heard it</source>
        <translation>Veröffentlicht auf einem Hub ein Ereignis an alle und misst, bis der andere es gehört hat</translation>
    </message>
    <message>
        <source>From the second hub to the first</source>
        <translation>Vom zweiten Hub zum ersten</translation>
    </message>
    <message>
        <source>From the first hub to the second</source>
        <translation>Vom ersten Hub zum zweiten</translation>
    </message>
    <message>
        <source>Test page of the second hub</source>
        <translation>Testseite des zweiten Hubs</translation>
    </message>
    <message>
        <source>Opens a page in the browser that is a client of the second hub</source>
        <translation>Öffnet im Browser eine Seite, die Client des zweiten Hubs ist</translation>
    </message>
    <message>
        <source>Copy the second hub&apos;s address</source>
        <translation>Adresse des zweiten Hubs kopieren</translation>
    </message>
    <message>
        <source>Redis settings…</source>
        <translation>Redis-Einstellungen …</translation>
    </message>
    <message>
        <source>Where Redis is, and what happens while it is away</source>
        <translation>Wo Redis ist und was geschieht, während es weg ist</translation>
    </message>
    <message numerus="yes">
        <source>%Ln min</source>
        <translation>
            <numerusform>%Ln min</numerusform>
            <numerusform>%Ln min</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Last</source>
        <translation>&amp;Letzte</translation>
    </message>
    <message>
        <source>Why there is no bus</source>
        <translation>Warum es keinen Bus gibt</translation>
    </message>
    <message>
        <source>This hub is alone. On a Redis, several hubs are one: what is published on any of them reaches the clients of all, once and in order, and Redis keeps the history. To try it, start a Redis and enter its address in the Redis settings, or on the command line:</source>
        <translation>Dieser Hub ist allein. An einem Redis sind mehrere Hubs einer: Was auf einem veröffentlicht wird, erreicht die Clients aller, einmal und in Reihenfolge, und Redis behält den Verlauf. Zum Ausprobieren ein Redis starten und seine Adresse in den Redis-Einstellungen oder auf der Befehlszeile angeben:</translation>
    </message>
    <message>
        <source>Commands to try Redis</source>
        <translation>Befehle, um Redis auszuprobieren</translation>
    </message>
    <message>
        <source>Copy commands</source>
        <translation>Befehle kopieren</translation>
    </message>
    <message>
        <source>Lists of the bus</source>
        <translation>Listen des Busses</translation>
    </message>
    <message>
        <source>Channels that this hub hears</source>
        <translation>Kanäle, die dieser Hub hört</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>Hubs on this Redis</source>
        <translation>Hubs an diesem Redis</translation>
    </message>
    <message>
        <source>Hubs</source>
        <translation>Hubs</translation>
    </message>
    <message>
        <source>Outages of the bus</source>
        <translation>Ausfälle des Busses</translation>
    </message>
    <message>
        <source>Outages</source>
        <translation>Ausfälle</translation>
    </message>
    <message>
        <source>Messages that were dropped</source>
        <translation>Verworfene Nachrichten</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>Verworfen</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>name of a tab, count</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Bus</source>
        <translation>Bus</translation>
    </message>
    <message>
        <source>Stop second hub</source>
        <translation>Zweiten Hub anhalten</translation>
    </message>
    <message>
        <source>Its clients are told to come back, and it leaves the Redis</source>
        <translation>Seinen Clients wird gesagt, dass sie wiederkommen sollen, und er verlässt das Redis</translation>
    </message>
    <message>
        <source>Starts another hub in this program, on the same Redis and a free port</source>
        <translation>Startet in diesem Programm einen weiteren Hub an demselben Redis und einem freien Port</translation>
    </message>
    <message>
        <source>● The second hub runs on %1, with the same secret: a token is good for both.</source>
        <translation>● Der zweite Hub läuft auf %1, mit demselben Geheimnis: Ein Token gilt für beide.</translation>
    </message>
    <message>
        <source>◌ The second hub starts…</source>
        <translation>◌ Der zweite Hub startet …</translation>
    </message>
    <message>
        <source>◌ The second hub drains…</source>
        <translation>◌ Der zweite Hub läuft leer …</translation>
    </message>
    <message>
        <source>✖ The second hub did not start: %1</source>
        <translation>✖ Der zweite Hub ist nicht gestartet: %1</translation>
    </message>
    <message>
        <source>Publishing…</source>
        <translation>Wird veröffentlicht …</translation>
    </message>
    <message>
        <source>✖ Nothing was published: %1</source>
        <translation>✖ Nichts wurde veröffentlicht: %1</translation>
    </message>
    <message>
        <source>%1 is published. The second hub hears it once a client of it is connected: a hub subscribes only what its clients have.</source>
        <translation>%1 ist veröffentlicht. Der zweite Hub hört es, sobald ein Client mit ihm verbunden ist: Ein Hub abonniert nur, was seine Clients haben.</translation>
    </message>
    <message>
        <source>%1 is published. The first hub hears it once a client of it is connected: a hub subscribes only what its clients have.</source>
        <translation>%1 ist veröffentlicht. Der erste Hub hört es, sobald ein Client mit ihm verbunden ist: Ein Hub abonniert nur, was seine Clients haben.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln receiver(s) there</source>
        <translation>
            <numerusform>%Ln Empfänger dort</numerusform>
            <numerusform>%Ln Empfänger dort</numerusform>
        </translation>
    </message>
    <message>
        <source>✔ %1 went from the first hub to the second in %2: %3.</source>
        <translation>✔ %1 ging in %2 vom ersten Hub zum zweiten: %3.</translation>
    </message>
    <message>
        <source>✔ %1 went from the second hub to the first in %2: %3.</source>
        <translation>✔ %1 ging in %2 vom zweiten Hub zum ersten: %3.</translation>
    </message>
</context>
<context>
    <name>pushscope::BusText</name>
    <message>
        <source>✖ No connection to %1 for %2: %3. Clients stay connected and get what they miss when it is back.</source>
        <translation>✖ Keine Verbindung zu %1 seit %2: %3. Clients bleiben verbunden und bekommen, was sie verpassen, wenn es wieder da ist.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln publish(es) wait.</source>
        <translation>
            <numerusform>%Ln Veröffentlichung wartet.</numerusform>
            <numerusform>%Ln Veröffentlichungen warten.</numerusform>
        </translation>
    </message>
    <message>
        <source>● Joined by %1 since %2: %3, %4.</source>
        <translation>● Verbunden durch %1 seit %2: %3, %4.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln hub(s)</source>
        <translation>
            <numerusform>%Ln Hub</numerusform>
            <numerusform>%Ln Hubs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln channel(s)</source>
        <translation>
            <numerusform>%Ln Kanal</numerusform>
            <numerusform>%Ln Kanäle</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 messages/s in, %2 out. Ping %3, script %4.</source>
        <translation>%1 Nachrichten/s herein, %2 hinaus. Ping %3, Skript %4.</translation>
    </message>
    <message numerus="yes">
        <source>bus: %Ln hub(s)</source>
        <translation>
            <numerusform>Bus: %Ln Hub</numerusform>
            <numerusform>Bus: %Ln Hubs</numerusform>
        </translation>
    </message>
    <message>
        <source>✖ no Redis for %1</source>
        <translation>✖ kein Redis seit %1</translation>
    </message>
    <message>
        <source>%1 (at most %2 in the last minute)</source>
        <translation>%1 (höchstens %2 in der letzten Minute)</translation>
    </message>
    <message>
        <source>Messages in, 1/s</source>
        <translation>Nachrichten herein, 1/s</translation>
    </message>
    <message>
        <source>Messages out, 1/s</source>
        <translation>Nachrichten hinaus, 1/s</translation>
    </message>
    <message>
        <source>Ping by a channel, ms</source>
        <translation>Ping über einen Kanal, ms</translation>
    </message>
    <message>
        <source>Publish script, ms</source>
        <translation>Skript des Veröffentlichens, ms</translation>
    </message>
    <message>
        <source>Publishes that wait</source>
        <translation>Wartende Veröffentlichungen</translation>
    </message>
    <message>
        <source>Messages heard</source>
        <translation>Gehörte Nachrichten</translation>
    </message>
    <message>
        <source>Messages published</source>
        <translation>Veröffentlichte Nachrichten</translation>
    </message>
    <message>
        <source>Events of other programs</source>
        <translation>Ereignisse anderer Programme</translation>
    </message>
    <message>
        <source>Dropped: no event</source>
        <translation>Verworfen: kein Ereignis</translation>
    </message>
    <message>
        <source>Dropped: a type of the hub&apos;s own</source>
        <translation>Verworfen: ein Typ des Hubs</translation>
    </message>
    <message>
        <source>Outages</source>
        <translation>Ausfälle</translation>
    </message>
</context>
<context>
    <name>pushscope::CellText</name>
    <message>
        <source>%1 µs</source>
        <translation>%1 µs</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>everyone</source>
        <translation>alle</translation>
    </message>
</context>
<context>
    <name>pushscope::ClientText</name>
    <message>
        <source>by its clientId</source>
        <translation>an seiner clientId</translation>
    </message>
    <message>
        <source>by likeness only</source>
        <translation>nur an Ähnlichkeit</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Recognised</source>
        <translation>Erkannt</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Räume</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>User agent</source>
        <translation>User-Agent</translation>
    </message>
    <message>
        <source>Connected since</source>
        <translation>Verbunden seit</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Reconnects</source>
        <translation>Wiederkehren</translation>
    </message>
    <message>
        <source>Events out</source>
        <translation>Ereignisse raus</translation>
    </message>
    <message>
        <source>Events in</source>
        <translation>Ereignisse rein</translation>
    </message>
    <message>
        <source>Bytes out</source>
        <translation>Bytes raus</translation>
    </message>
    <message>
        <source>Bytes in</source>
        <translation>Bytes rein</translation>
    </message>
    <message>
        <source>Queue, bytes</source>
        <translation>Schlange, Bytes</translation>
    </message>
    <message>
        <source>Lag, ms</source>
        <translation>Rückstand, ms</translation>
    </message>
    <message>
        <source>Last sent</source>
        <translation>Zuletzt gesendet</translation>
    </message>
    <message>
        <source>Last acknowledged</source>
        <translation>Zuletzt bestätigt</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>Compression</source>
        <translation>Kompression</translation>
    </message>
</context>
<context>
    <name>pushscope::ClientWire</name>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1: %2 of %3 bytes saved, %4</source>
        <translation>%1: %2 von %3 Byte gespart, %4</translation>
    </message>
</context>
<context>
    <name>pushscope::ClientsModel</name>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Live, replaying what it missed, waiting for its next poll, or away</source>
        <translation>Live, bekommt Verpasstes nachgeliefert, wartet auf seinen nächsten Poll, oder ist fort</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>How the client is connected, the version of HTTP, and whether over TLS</source>
        <translation>Wie der Client verbunden ist, die Version von HTTP, und ob über TLS</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>The clientId it gave, or the name the hub gave it</source>
        <translation>Die clientId, die er nannte, oder der Name, den der Hub ihm gab</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>The user of its token</source>
        <translation>Der Benutzer seines Tokens</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Räume</translation>
    </message>
    <message>
        <source>The rooms it listens to</source>
        <translation>Die Räume, auf die er hört</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Where its newest connection comes from</source>
        <translation>Woher seine neueste Verbindung kommt</translation>
    </message>
    <message>
        <source>User agent</source>
        <translation>User-Agent</translation>
    </message>
    <message>
        <source>What it calls itself</source>
        <translation>Wie er sich selbst nennt</translation>
    </message>
    <message>
        <source>Connected since</source>
        <translation>Verbunden seit</translation>
    </message>
    <message>
        <source>When its present or last connection began</source>
        <translation>Wann seine jetzige oder letzte Verbindung begann</translation>
    </message>
    <message>
        <source>Reconnects</source>
        <translation>Wiederkehren</translation>
    </message>
    <message>
        <source>How often it came back</source>
        <translation>Wie oft er wiederkam</translation>
    </message>
    <message>
        <source>Events out</source>
        <translation>Ereignisse raus</translation>
    </message>
    <message>
        <source>Events written to it</source>
        <translation>An ihn geschriebene Ereignisse</translation>
    </message>
    <message>
        <source>Events in</source>
        <translation>Ereignisse rein</translation>
    </message>
    <message>
        <source>Messages it sent</source>
        <translation>Von ihm gesendete Nachrichten</translation>
    </message>
    <message>
        <source>Bytes out</source>
        <translation>Bytes raus</translation>
    </message>
    <message>
        <source>Octets written to it</source>
        <translation>An ihn geschriebene Oktette</translation>
    </message>
    <message>
        <source>Bytes in</source>
        <translation>Bytes rein</translation>
    </message>
    <message>
        <source>Octets it sent</source>
        <translation>Von ihm gesendete Oktette</translation>
    </message>
    <message>
        <source>Queue, bytes</source>
        <translation>Schlange, Bytes</translation>
    </message>
    <message>
        <source>Octets that wait in the hub until the client reads</source>
        <translation>Oktette, die im Hub warten, bis der Client liest</translation>
    </message>
    <message>
        <source>Lag, ms</source>
        <translation>Rückstand, ms</translation>
    </message>
    <message>
        <source>How long the oldest of its queue has waited</source>
        <translation>Wie lange das Älteste in seiner Schlange gewartet hat</translation>
    </message>
    <message>
        <source>Last sent</source>
        <translation>Zuletzt gesendet</translation>
    </message>
    <message>
        <source>Id of the last event written to it</source>
        <translation>Id des zuletzt an ihn geschriebenen Ereignisses</translation>
    </message>
    <message>
        <source>Last acknowledged</source>
        <translation>Zuletzt bestätigt</translation>
    </message>
    <message>
        <source>Id of the last event it said it has</source>
        <translation>Id des letzten Ereignisses, das er nach eigener Aussage hat</translation>
    </message>
    <message>
        <source>▶ live</source>
        <translation>▶ live</translation>
    </message>
    <message>
        <source>↻ replaying</source>
        <translation>↻ liefert nach</translation>
    </message>
    <message>
        <source>◔ waiting</source>
        <translation>◔ wartet</translation>
    </message>
    <message>
        <source>○ away</source>
        <translation>○ fort</translation>
    </message>
    <message>
        <source>
Recognised by its clientId</source>
        <translation>
An seiner clientId erkannt</translation>
    </message>
    <message>
        <source>
Recognised by likeness only: it gave no clientId</source>
        <translation>
Nur an Ähnlichkeit erkannt: er nannte keine clientId</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>The version of TLS and the cipher that client and hub agreed on</source>
        <translation>Die TLS-Version und das Verfahren, auf die sich Client und Hub geeinigt haben</translation>
    </message>
    <message>
        <source>Compression</source>
        <translation>Kompression</translation>
    </message>
    <message>
        <source>How what it is sent is made smaller</source>
        <translation>Wie das, was er bekommt, verkleinert wird</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespart</translation>
    </message>
    <message>
        <source>How much smaller its events are by compression</source>
        <translation>Um wie viel die Kompression seine Ereignisse verkleinert</translation>
    </message>
</context>
<context>
    <name>pushscope::ClientsPane</name>
    <message>
        <source>normal closure</source>
        <translation>normales Ende</translation>
    </message>
    <message>
        <source>going away</source>
        <translation>geht fort</translation>
    </message>
    <message>
        <source>policy violation</source>
        <translation>Regel verletzt</translation>
    </message>
    <message>
        <source>internal error</source>
        <translation>innerer Fehler</translation>
    </message>
    <message>
        <source>service restart</source>
        <translation>Dienst startet neu</translation>
    </message>
    <message>
        <source>try again later</source>
        <translation>später versuchen</translation>
    </message>
    <message>
        <source>unauthorized</source>
        <translation>nicht angemeldet</translation>
    </message>
    <message>
        <source>forbidden</source>
        <translation>verboten</translation>
    </message>
    <message>
        <source>too slow</source>
        <translation>zu langsam</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Filter by client, user, room or address</source>
        <translation>Nach Client, Benutzer, Raum oder Adresse filtern</translation>
    </message>
    <message>
        <source>Details of the client</source>
        <translation>Einzelheiten des Clients</translation>
    </message>
    <message>
        <source>No client is connected.</source>
        <translation>Kein Client ist verbunden.</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <source>End the connections of the selected clients</source>
        <translation>Die Verbindungen der ausgewählten Clients beenden</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>Stören</translation>
    </message>
    <message>
        <source>Set a fault for the selected clients, or for all that match the filter</source>
        <translation>Eine Störung für die ausgewählten Clients setzen, oder für alle, die zum Filter passen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the selected clients</source>
        <translation>Die ausgewählten Clients kopieren</translation>
    </message>
    <message>
        <source>Drop with FIN</source>
        <translation>Mit FIN trennen</translation>
    </message>
    <message>
        <source>Drop with RST</source>
        <translation>Mit RST trennen</translation>
    </message>
    <message>
        <source>Drop with close code</source>
        <translation>Mit Close-Code trennen</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Another code…</source>
        <translation>Ein anderer Code …</translation>
    </message>
    <message>
        <source>Only %1</source>
        <translation>Nur %1</translation>
    </message>
    <message numerus="yes">
        <source>The %Ln selected client(s)</source>
        <translation>
            <numerusform>Der %Ln ausgewählte Client</numerusform>
            <numerusform>Die %Ln ausgewählten Clients</numerusform>
        </translation>
    </message>
    <message>
        <source>All clients</source>
        <translation>Alle Clients</translation>
    </message>
    <message>
        <source>All that match “%1”</source>
        <translation>Alle, die zu „%1“ passen</translation>
    </message>
    <message>
        <source>✔ %1: set. The Faults pane shows it and takes it back.</source>
        <translation>✔ %1: gesetzt. Der Bereich Störungen zeigt sie und nimmt sie zurück.</translation>
    </message>
    <message>
        <source>✖ %1: %2</source>
        <translation>✖ %1: %2</translation>
    </message>
    <message>
        <source>Copy client id</source>
        <translation>Client-Id kopieren</translation>
    </message>
    <message>
        <source>Copy as cURL</source>
        <translation>Als cURL kopieren</translation>
    </message>
    <message>
        <source>Copy as EventSource (JavaScript)</source>
        <translation>Als EventSource (JavaScript) kopieren</translation>
    </message>
    <message>
        <source>Copy as WebSocket (JavaScript)</source>
        <translation>Als WebSocket (JavaScript) kopieren</translation>
    </message>
    <message>
        <source>Copy as JSON line</source>
        <translation>Als JSON-Zeile kopieren</translation>
    </message>
    <message>
        <source>Close code (1000 to 4999):</source>
        <translation>Close-Code (1000 bis 4999):</translation>
    </message>
    <message numerus="yes">
        <source>Dropped %Ln client(s).</source>
        <translation>
            <numerusform>%Ln Client getrennt.</numerusform>
            <numerusform>%Ln Clients getrennt.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 Not all: %2</source>
        <translation>%1 Nicht alle: %2</translation>
    </message>
    <message>
        <source>Send an event…</source>
        <translation>Ereignis senden …</translation>
    </message>
</context>
<context>
    <name>pushscope::CompareDialog</name>
    <message>
        <source>Deliveries, events/s</source>
        <translation>Zustellungen, Ereignisse/s</translation>
    </message>
    <message>
        <source>Delivery latency p99, ms</source>
        <translation>Zustellverzögerung p99, ms</translation>
    </message>
    <message>
        <source>Both sessions as figures</source>
        <translation>Beide Sitzungen als Zahlen</translation>
    </message>
    <message>
        <source>The first event that differs</source>
        <translation>Das erste Ereignis, das sich unterscheidet</translation>
    </message>
    <message>
        <source>&amp;Show in both windows</source>
        <translation>In beiden Fenstern &amp;zeigen</translation>
    </message>
    <message>
        <source>%1 beside %2</source>
        <translation>%1 neben %2</translation>
    </message>
    <message>
        <source>Compared</source>
        <translation>Verglichen</translation>
    </message>
    <message>
        <source>&amp;Aligned by:</source>
        <translation>&amp;Ausgerichtet nach:</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Diagramme</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>They can&apos;t be compared: %1</source>
        <translation>Sie können nicht verglichen werden: %1</translation>
    </message>
    <message>
        <source>Looking for marks that both have…</source>
        <translation>Marken, die beide haben, werden gesucht …</translation>
    </message>
    <message>
        <source>their beginnings</source>
        <translation>ihren Anfängen</translation>
    </message>
    <message>
        <source>the mark “%1”</source>
        <translation>der Marke „%1“</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Es wird verglichen …</translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s) are alike.</source>
        <translation>
            <numerusform>%Ln Ereignis ist gleich.</numerusform>
            <numerusform>%Ln Ereignisse sind gleich.</numerusform>
        </translation>
    </message>
    <message>
        <source>No event differs. %1</source>
        <translation>Kein Ereignis unterscheidet sich. %1</translation>
    </message>
    <message>
        <source>%1 Then %2 has no more, and %3 has: %4</source>
        <translation>%1 Dann hat %2 keine mehr, und %3 hat: %4</translation>
    </message>
    <message>
        <source>%1 The next one differs.
%2: %3
%4: %5</source>
        <translation>%1 Das nächste unterscheidet sich.
%2: %3
%4: %5</translation>
    </message>
</context>
<context>
    <name>pushscope::ComparisonChart</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
</context>
<context>
    <name>pushscope::ComparisonModel</name>
    <message>
        <source>After, s</source>
        <translation>Nach, s</translation>
    </message>
    <message>
        <source>Since the moment that both have</source>
        <translation>Seit dem Augenblick, den beide haben</translation>
    </message>
    <message>
        <source>Events/s, this</source>
        <translation>Ereignisse/s, diese</translation>
    </message>
    <message>
        <source>Deliveries a second in this session</source>
        <translation>Zustellungen je Sekunde in dieser Sitzung</translation>
    </message>
    <message>
        <source>Events/s, other</source>
        <translation>Ereignisse/s, andere</translation>
    </message>
    <message>
        <source>Deliveries a second in the other session</source>
        <translation>Zustellungen je Sekunde in der anderen Sitzung</translation>
    </message>
    <message>
        <source>p99 ms, this</source>
        <translation>p99 ms, diese</translation>
    </message>
    <message>
        <source>From publishing to sending, 99 of 100 in this session</source>
        <translation>Vom Veröffentlichen bis zum Senden, 99 von 100 in dieser Sitzung</translation>
    </message>
    <message>
        <source>p99 ms, other</source>
        <translation>p99 ms, andere</translation>
    </message>
    <message>
        <source>From publishing to sending, 99 of 100 in the other session</source>
        <translation>Vom Veröffentlichen bis zum Senden, 99 von 100 in der anderen Sitzung</translation>
    </message>
    <message>
        <source>Clients, this</source>
        <translation>Clients, diese</translation>
    </message>
    <message>
        <source>Clients of this session</source>
        <translation>Clients dieser Sitzung</translation>
    </message>
    <message>
        <source>Clients, other</source>
        <translation>Clients, andere</translation>
    </message>
    <message>
        <source>Clients of the other session</source>
        <translation>Clients der anderen Sitzung</translation>
    </message>
</context>
<context>
    <name>pushscope::Composer</name>
    <message>
        <source>Text message</source>
        <translation>Textnachricht</translation>
    </message>
    <message>
        <source>Chat message</source>
        <translation>Chat-Nachricht</translation>
    </message>
    <message>
        <source>Price tick</source>
        <translation>Kursänderung</translation>
    </message>
    <message>
        <source>Notification</source>
        <translation>Benachrichtigung</translation>
    </message>
    <message>
        <source>Lines that try to break out</source>
        <translation>Zeilen, die ausbrechen wollen</translation>
    </message>
    <message>
        <source>With variables</source>
        <translation>Mit Variablen</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Leer</translation>
    </message>
    <message>
        <source>everyone</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>user</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>room</source>
        <translation>Raum</translation>
    </message>
    <message>
        <source>selected client&apos;s user</source>
        <translation>Benutzer des ausgewählten Clients</translation>
    </message>
    <message>
        <source>clients that the filter shows</source>
        <translation>Clients, die der Filter zeigt</translation>
    </message>
    <message>
        <source>JSON data</source>
        <translation>JSON-Daten</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>&amp;An</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>T&amp;ype</source>
        <translation>T&amp;yp</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>Put an example, a template of your own, a variable or what was sent before into the composer</source>
        <translation>Ein Beispiel, eine eigene Vorlage, eine Variable oder zuvor Gesendetes in den Editor setzen</translation>
    </message>
    <message>
        <source>Insert a variable</source>
        <translation>Variable einfügen</translation>
    </message>
    <message>
        <source>Save as template…</source>
        <translation>Als Vorlage speichern …</translation>
    </message>
    <message>
        <source>Remove a template</source>
        <translation>Vorlage entfernen</translation>
    </message>
    <message>
        <source>Sent before</source>
        <translation>Zuvor gesendet</translation>
    </message>
    <message>
        <source>Save as template</source>
        <translation>Als Vorlage speichern</translation>
    </message>
    <message>
        <source>Name of the template:</source>
        <translation>Name der Vorlage:</translation>
    </message>
    <message>
        <source>selected client&apos;s user (%1)</source>
        <translation>Benutzer des ausgewählten Clients (%1)</translation>
    </message>
    <message>
        <source>selected clients&apos; users (%1)</source>
        <translation>Benutzer der ausgewählten Clients (%1)</translation>
    </message>
    <message>
        <source>clients that the filter shows (%1)</source>
        <translation>Clients, die der Filter zeigt (%1)</translation>
    </message>
    <message>
        <source>Name the user it is for.</source>
        <translation>Nenne den Benutzer, für den es ist.</translation>
    </message>
    <message>
        <source>Name the room it is for.</source>
        <translation>Nenne den Raum, für den es ist.</translation>
    </message>
    <message>
        <source>Select a client that has a user, or choose another target.</source>
        <translation>Wähle einen Client, der einen Benutzer hat, oder ein anderes Ziel.</translation>
    </message>
    <message>
        <source>The filter of the Clients pane shows nobody who has a user.</source>
        <translation>Der Filter des Bereichs Clients zeigt niemanden mit einem Benutzer.</translation>
    </message>
    <message numerus="yes">
        <source>A type has 1 to %Ln byte(s).</source>
        <translation>
            <numerusform>Ein Typ hat 1 bis %Ln Byte.</numerusform>
            <numerusform>Ein Typ hat 1 bis %Ln Bytes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Types that begin with hub. are the hub&apos;s own.</source>
        <translation>Typen, die mit hub. beginnen, gehören dem Hub.</translation>
    </message>
</context>
<context>
    <name>pushscope::CoreText</name>
    <message>
        <source>no client of this name is connected</source>
        <translation>kein Client dieses Namens ist verbunden</translation>
    </message>
    <message>
        <source>longer than 64 KiB</source>
        <translation>länger als 64 KiB</translation>
    </message>
    <message>
        <source>a rule has a name of at most 100 octets</source>
        <translation>eine Regel hat einen Namen von höchstens 100 Oktetten</translation>
    </message>
    <message>
        <source>say which messages: a type, a path or a pattern; * is every type</source>
        <translation>sage, welche Nachrichten: ein Typ, ein Pfad oder ein Muster; * ist jeder Typ</translation>
    </message>
    <message>
        <source>at most 60s</source>
        <translation>höchstens 60s</translation>
    </message>
    <message>
        <source>name a channel: user:alice, room:lobby or *</source>
        <translation>nenne einen Kanal: user:alice, room:lobby oder *</translation>
    </message>
    <message>
        <source>say for how long: 200ms</source>
        <translation>sage, wie lange: 200ms</translation>
    </message>
    <message>
        <source>a server may close with 1000 to 1003, 1007 to 1014 and 3000 to 4999</source>
        <translation>ein Server darf mit 1000 bis 1003, 1007 bis 1014 und 3000 bis 4999 schließen</translation>
    </message>
    <message>
        <source>is a string</source>
        <translation>ist eine Zeichenkette</translation>
    </message>
    <message>
        <source>is true or false</source>
        <translation>ist true oder false</translation>
    </message>
    <message>
        <source>is a whole number</source>
        <translation>ist eine ganze Zahl</translation>
    </message>
    <message>
        <source>is an object</source>
        <translation>ist ein Objekt</translation>
    </message>
    <message>
        <source>is not known</source>
        <translation>ist nicht bekannt</translation>
    </message>
    <message>
        <source>is reply, broadcast, delay or close</source>
        <translation>ist reply, broadcast, delay oder close</translation>
    </message>
    <message>
        <source>there is no such variable: {{$.payload.name}} {{1}} {{user}} {{client}} {{type}} {{now}} {{uuid}} {{seq}}</source>
        <translation>eine solche Variable gibt es nicht: {{$.payload.name}} {{1}} {{user}} {{client}} {{type}} {{now}} {{uuid}} {{seq}}</translation>
    </message>
    <message>
        <source>the variable is not closed by }}</source>
        <translation>die Variable wird nicht mit }} geschlossen</translation>
    </message>
    <message>
        <source>what the rule makes of this message is larger than %1 octets</source>
        <translation>was die Regel aus dieser Nachricht macht, ist größer als %1 Oktette</translation>
    </message>
    <message>
        <source>a path begins with $, the whole message</source>
        <translation>ein Pfad beginnt mit $, der ganzen Nachricht</translation>
    </message>
    <message>
        <source>a path has at most 64 steps</source>
        <translation>ein Pfad hat höchstens 64 Schritte</translation>
    </message>
    <message>
        <source>a name follows a dot</source>
        <translation>auf einen Punkt folgt ein Name</translation>
    </message>
    <message>
        <source>a step is .name, [0] or [&quot;name&quot;]</source>
        <translation>ein Schritt ist .name, [0] oder [&quot;name&quot;]</translation>
    </message>
    <message>
        <source>this name in quotes is no JSON string</source>
        <translation>dieser Name in Anführungszeichen ist keine JSON-Zeichenkette</translation>
    </message>
    <message>
        <source>in brackets stands a position from 0, or a name in quotes</source>
        <translation>in Klammern steht eine Stelle ab 0 oder ein Name in Anführungszeichen</translation>
    </message>
    <message>
        <source>the bracket is not closed</source>
        <translation>die Klammer wird nicht geschlossen</translation>
    </message>
    <message>
        <source>no target</source>
        <translation>kein Ziel</translation>
    </message>
    <message>
        <source>a secret is empty</source>
        <translation>ein Geheimnis ist leer</translation>
    </message>
    <message>
        <source>a private key was given where a public key (PEM) is wanted</source>
        <translation>angegeben ist ein privater Schlüssel, gebraucht wird ein öffentlicher (PEM)</translation>
    </message>
    <message>
        <source>a public key is not PEM text (-----BEGIN PUBLIC KEY-----)</source>
        <translation>ein öffentlicher Schlüssel ist kein PEM-Text (-----BEGIN PUBLIC KEY-----)</translation>
    </message>
    <message>
        <source>neither a secret nor a public key is given</source>
        <translation>weder ein Geheimnis noch ein öffentlicher Schlüssel ist angegeben</translation>
    </message>
    <message>
        <source>cannot read %1: %2</source>
        <translation>%1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>%1 is too large for a secret</source>
        <translation>%1 ist zu groß für ein Geheimnis</translation>
    </message>
    <message>
        <source>%1 has no secret in it</source>
        <translation>%1 enthält kein Geheimnis</translation>
    </message>
    <message>
        <source>the secret file %1 can be read by others: give it to its owner alone (chmod 600) or remove it</source>
        <translation>die Datei %1 mit dem Geheimnis ist für andere lesbar: gib sie ihrem Besitzer allein (chmod 600), oder entferne sie</translation>
    </message>
    <message>
        <source>cannot write %1: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>the secret is empty</source>
        <translation>das Geheimnis ist leer</translation>
    </message>
    <message>
        <source>cannot create the folder %1</source>
        <translation>der Ordner %1 kann nicht angelegt werden</translation>
    </message>
    <message>
        <source>a cursor is &lt;epoch&gt;-&lt;seq&gt;</source>
        <translation>ein Cursor ist &lt;epoch&gt;-&lt;seq&gt;</translation>
    </message>
    <message>
        <source>the sequence number of a cursor is 1 to 19 digits</source>
        <translation>die laufende Nummer eines Cursors hat 1 bis 19 Ziffern</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not of the form %2</source>
        <translation>&apos;%1&apos; hat nicht die Form %2</translation>
    </message>
    <message>
        <source>Redis has forgotten the hub&apos;s scripts</source>
        <translation>Redis hat die Skripte des Hubs vergessen</translation>
    </message>
    <message>
        <source>a message on %1 is dropped: %2</source>
        <translation>eine Nachricht auf %1 ist verworfen: %2</translation>
    </message>
    <message>
        <source>not an object {&quot;type&quot;:…,&quot;data&quot;:…}</source>
        <translation>kein Objekt {&quot;type&quot;:…,&quot;data&quot;:…}</translation>
    </message>
    <message>
        <source>&quot;type&quot; is a string</source>
        <translation>&quot;type&quot; ist eine Zeichenkette</translation>
    </message>
    <message>
        <source>types that begin with &quot;hub.&quot; are the hub&apos;s own</source>
        <translation>Typen, die mit &quot;hub.&quot; beginnen, gehören dem Hub selbst</translation>
    </message>
    <message>
        <source>&quot;type&quot;: %1</source>
        <translation>&quot;type&quot;: %1</translation>
    </message>
    <message>
        <source>&quot;data&quot; has more than %1 octets</source>
        <translation>&quot;data&quot; hat mehr als %1 Oktette</translation>
    </message>
    <message>
        <source>too many events wait for Redis</source>
        <translation>zu viele Ereignisse warten auf Redis</translation>
    </message>
    <message>
        <source>is redis://[[user]:password@]host[:port][/database], or rediss:// for TLS</source>
        <translation>ist redis://[[user]:password@]host[:port][/database], oder rediss:// für TLS</translation>
    </message>
    <message>
        <source>names no host</source>
        <translation>nennt keinen Rechner</translation>
    </message>
    <message>
        <source>has no &quot;#&quot; in it</source>
        <translation>enthält kein &quot;#&quot;</translation>
    </message>
    <message>
        <source>has a port from 1 to 65535</source>
        <translation>hat einen Port von 1 bis 65535</translation>
    </message>
    <message>
        <source>has a user without a password</source>
        <translation>hat einen Benutzer ohne Passwort</translation>
    </message>
    <message>
        <source>has nothing after the database, but for rediss://…?ssl_ca_certs=FILE</source>
        <translation>hat nach der Datenbank nichts, außer bei rediss://…?ssl_ca_certs=FILE</translation>
    </message>
    <message>
        <source>has a database number after the host, like /0</source>
        <translation>hat nach dem Rechner die Nummer einer Datenbank, etwa /0</translation>
    </message>
    <message>
        <source>the connection to Redis was lost; whether the event is stored is not known</source>
        <translation>die Verbindung zu Redis ging verloren; ob das Ereignis gespeichert ist, ist nicht bekannt</translation>
    </message>
    <message>
        <source>Redis was away for too long</source>
        <translation>Redis war zu lange weg</translation>
    </message>
    <message>
        <source>an answer that does not fit</source>
        <translation>eine Antwort, die nicht passt</translation>
    </message>
    <message>
        <source>no connection to Redis at %1: %2</source>
        <translation>keine Verbindung zu Redis auf %1: %2</translation>
    </message>
    <message>
        <source>Redis: %1</source>
        <translation>Redis: %1</translation>
    </message>
    <message>
        <source>Redis gave an answer that does not fit</source>
        <translation>Redis gab eine Antwort, die nicht passt</translation>
    </message>
    <message>
        <source>Redis has another store now; the event is in it, but its id is not known yet</source>
        <translation>Redis hat jetzt einen anderen Speicher; das Ereignis ist darin, aber seine Id ist noch nicht bekannt</translation>
    </message>
    <message>
        <source>Redis does not keep up: an event without an id has not gone to the other hubs</source>
        <translation>Redis kommt nicht nach: ein Ereignis ohne Id ging nicht an die anderen Hubs</translation>
    </message>
    <message>
        <source>no certificate can be read from %1</source>
        <translation>aus %1 kann kein Zertifikat gelesen werden</translation>
    </message>
    <message>
        <source>it does not speak RESP: %1</source>
        <translation>es spricht nicht RESP: %1</translation>
    </message>
    <message>
        <source>it answers what was not asked</source>
        <translation>es antwortet auf etwas, das nicht gefragt war</translation>
    </message>
    <message>
        <source>the connection to Redis was lost</source>
        <translation>die Verbindung zu Redis ging verloren</translation>
    </message>
    <message>
        <source>events are published through the bus</source>
        <translation>Ereignisse werden über den Bus veröffentlicht</translation>
    </message>
    <message>
        <source>the store is closed</source>
        <translation>der Speicher ist geschlossen</translation>
    </message>
    <message>
        <source>is not known here</source>
        <translation>ist hier nicht bekannt</translation>
    </message>
    <message>
        <source>is a whole number of %1 to %2</source>
        <translation>ist eine ganze Zahl von %1 bis %2</translation>
    </message>
    <message>
        <source>is a text of 1 to %1 octets</source>
        <translation>ist ein Text von 1 bis %1 Oktetten</translation>
    </message>
    <message>
        <source>is the name of a header field</source>
        <translation>ist der Name eines Kopffelds</translation>
    </message>
    <message>
        <source>is not a field that frames the message</source>
        <translation>ist kein Feld, das die Nachricht begrenzt</translation>
    </message>
    <message>
        <source>is one of %1</source>
        <translation>ist eins von %1</translation>
    </message>
    <message>
        <source>is a close code that may be sent (1000-1003, 1007-1014, 3000-4999)</source>
        <translation>ist ein Close-Code, der gesendet werden darf (1000-1003, 1007-1014, 3000-4999)</translation>
    </message>
    <message>
        <source>is the value of a header field</source>
        <translation>ist der Wert eines Kopffelds</translation>
    </message>
    <message>
        <source>is the id of an event</source>
        <translation>ist die Id eines Ereignisses</translation>
    </message>
    <message>
        <source>is sse, ws or poll</source>
        <translation>ist sse, ws oder poll</translation>
    </message>
    <message>
        <source>is ws where the fault is %1</source>
        <translation>ist ws, wo die Störung %1 ist</translation>
    </message>
    <message>
        <source>is wrong at column %1: %2</source>
        <translation>ist in Spalte %1 falsch: %2</translation>
    </message>
    <message>
        <source>is for faults of clients; %1 is of the whole hub</source>
        <translation>ist für Störungen von Clients; %1 betrifft den ganzen Hub</translation>
    </message>
    <message>
        <source>is for faults that last; %1 does not</source>
        <translation>ist für Störungen, die andauern; %1 tut das nicht</translation>
    </message>
    <message>
        <source>is a time such as &quot;10s&quot;, &quot;500ms&quot;, &quot;2m&quot;</source>
        <translation>ist eine Zeit wie &quot;10s&quot;, &quot;500ms&quot;, &quot;2m&quot;</translation>
    </message>
    <message>
        <source>is an object with &quot;event&quot;</source>
        <translation>ist ein Objekt mit &quot;event&quot;</translation>
    </message>
    <message>
        <source>is a number of 0 to 1</source>
        <translation>ist eine Zahl von 0 bis 1</translation>
    </message>
    <message>
        <source>is an object with &quot;kind&quot;</source>
        <translation>ist ein Objekt mit &quot;kind&quot;</translation>
    </message>
    <message>
        <source>a fault rule is an object with &quot;what&quot;:{&quot;kind&quot;:…}</source>
        <translation>eine Störungsregel ist ein Objekt mit &quot;what&quot;:{&quot;kind&quot;:…}</translation>
    </message>
    <message>
        <source>%1 at octet %2</source>
        <translation>%1, bei Oktett %2</translation>
    </message>
    <message>
        <source>a rule list is an array of fault rules</source>
        <translation>eine Regelliste ist ein Array von Störungsregeln</translation>
    </message>
    <message>
        <source>a fault rule is an object</source>
        <translation>eine Störungsregel ist ein Objekt</translation>
    </message>
    <message>
        <source>%1 fault rules are at work: remove some</source>
        <translation>%1 Störungsregeln sind am Werk: entferne einige</translation>
    </message>
    <message>
        <source>&quot;what.upTo&quot; is the id of an event of this hub</source>
        <translation>&quot;what.upTo&quot; ist die Id eines Ereignisses dieses Hubs</translation>
    </message>
    <message>
        <source>there is no fault rule %1</source>
        <translation>es gibt keine Störungsregel %1</translation>
    </message>
    <message>
        <source>a target is &quot;user:&lt;id&gt;&quot;, &quot;room:&lt;id&gt;&quot; or &quot;*&quot;</source>
        <translation>ein Ziel ist &quot;user:&lt;id&gt;&quot;, &quot;room:&lt;id&gt;&quot; oder &quot;*&quot;</translation>
    </message>
    <message>
        <source>a type has 1 to 256 octets</source>
        <translation>ein Typ hat 1 bis 256 Oktette</translation>
    </message>
    <message>
        <source>a type must not contain CR, LF or NUL</source>
        <translation>ein Typ darf kein CR, LF oder NUL enthalten</translation>
    </message>
    <message>
        <source>a type is UTF-8</source>
        <translation>ein Typ ist UTF-8</translation>
    </message>
    <message>
        <source>an event is an object</source>
        <translation>ein Ereignis ist ein Objekt</translation>
    </message>
    <message>
        <source>an event has a type</source>
        <translation>ein Ereignis hat einen Typ</translation>
    </message>
    <message>
        <source>a time is expected, for example 2026-11-24T05:00:00.000Z</source>
        <translation>erwartet wird eine Zeit, etwa 2026-11-24T05:00:00.000Z</translation>
    </message>
    <message>
        <source>not a regular expression: %1</source>
        <translation>kein regulärer Ausdruck: %1</translation>
    </message>
    <message>
        <source>true or false is expected</source>
        <translation>erwartet wird true oder false</translation>
    </message>
    <message>
        <source>this field is compared with a value without quotes</source>
        <translation>dieses Feld wird mit einem Wert ohne Anführungszeichen verglichen</translation>
    </message>
    <message>
        <source>no such type</source>
        <translation>einen solchen Typ gibt es nicht</translation>
    </message>
    <message>
        <source>the filter is longer than 4096 octets</source>
        <translation>der Filter ist länger als 4096 Oktette</translation>
    </message>
    <message>
        <source>this is no operator: there are == != &lt; &lt;= &gt; &gt;= =~ contains &amp;&amp; || !</source>
        <translation>das ist kein Operator: es gibt == != &lt; &lt;= &gt; &gt;= =~ contains &amp;&amp; || !</translation>
    </message>
    <message>
        <source>this quote is not closed</source>
        <translation>dieses Anführungszeichen wird nicht geschlossen</translation>
    </message>
    <message>
        <source>this parenthesis was not opened</source>
        <translation>diese Klammer wurde nicht geöffnet</translation>
    </message>
    <message>
        <source>&amp;&amp; or || is expected here</source>
        <translation>hier wird &amp;&amp; oder || erwartet</translation>
    </message>
    <message>
        <source>nested too deep: at most 64 levels</source>
        <translation>zu tief geschachtelt: höchstens 64 Ebenen</translation>
    </message>
    <message>
        <source>this parenthesis is not closed</source>
        <translation>diese Klammer wird nicht geschlossen</translation>
    </message>
    <message>
        <source>&amp;&amp;, || or ) is expected here</source>
        <translation>hier wird &amp;&amp;, || oder ) erwartet</translation>
    </message>
    <message>
        <source>the name of a field is expected here</source>
        <translation>hier wird der Name eines Felds erwartet</translation>
    </message>
    <message>
        <source>there is no such field</source>
        <translation>ein solches Feld gibt es nicht</translation>
    </message>
    <message>
        <source>an operator is expected here: == != &lt; &lt;= &gt; &gt;= =~ contains</source>
        <translation>hier wird ein Operator erwartet: == != &lt; &lt;= &gt; &gt;= =~ contains</translation>
    </message>
    <message>
        <source>this operator does not go with the field</source>
        <translation>dieser Operator passt nicht zum Feld</translation>
    </message>
    <message>
        <source>a value is expected here</source>
        <translation>hier wird ein Wert erwartet</translation>
    </message>
    <message>
        <source>something follows the value</source>
        <translation>auf den Wert folgt noch etwas</translation>
    </message>
    <message>
        <source>nested deeper than 512</source>
        <translation>tiefer als 512 geschachtelt</translation>
    </message>
    <message>
        <source>&quot;,&quot; or &quot;}&quot; is expected here</source>
        <translation>hier wird &quot;,&quot; oder &quot;}&quot; erwartet</translation>
    </message>
    <message>
        <source>&quot;,&quot; or &quot;]&quot; is expected here</source>
        <translation>hier wird &quot;,&quot; oder &quot;]&quot; erwartet</translation>
    </message>
    <message>
        <source>a key in quotes is expected here</source>
        <translation>hier wird ein Schlüssel in Anführungszeichen erwartet</translation>
    </message>
    <message>
        <source>&quot;:&quot; is expected here</source>
        <translation>hier wird &quot;:&quot; erwartet</translation>
    </message>
    <message>
        <source>not UTF-8</source>
        <translation>kein UTF-8</translation>
    </message>
    <message>
        <source>a control character in a string is to be escaped</source>
        <translation>ein Steuerzeichen in einer Zeichenkette ist zu maskieren</translation>
    </message>
    <message>
        <source>no such escape</source>
        <translation>eine solche Maskierung gibt es nicht</translation>
    </message>
    <message>
        <source>\u is followed by four hexadecimal digits</source>
        <translation>auf \u folgen vier hexadezimale Ziffern</translation>
    </message>
    <message>
        <source>a digit is expected here</source>
        <translation>hier wird eine Ziffer erwartet</translation>
    </message>
    <message>
        <source>a number has no leading zero</source>
        <translation>eine Zahl hat keine führende Null</translation>
    </message>
    <message>
        <source>no such word; true, false and null there are</source>
        <translation>ein solches Wort gibt es nicht, nur true, false und null</translation>
    </message>
    <message>
        <source>the key &quot;%1&quot; occurs twice</source>
        <translation>der Schlüssel &quot;%1&quot; kommt zweimal vor</translation>
    </message>
    <message>
        <source>not an object</source>
        <translation>kein Objekt</translation>
    </message>
    <message>
        <source>a string is expected</source>
        <translation>erwartet wird eine Zeichenkette</translation>
    </message>
    <message>
        <source>half of a surrogate pair</source>
        <translation>die Hälfte eines Surrogatpaars</translation>
    </message>
    <message>
        <source>the algorithms are HS256, HS384, HS512, RS256 and ES256</source>
        <translation>die Verfahren sind HS256, HS384, HS512, RS256 und ES256</translation>
    </message>
    <message>
        <source>a token needs a subject and a secret</source>
        <translation>ein Token braucht ein Subjekt und ein Geheimnis</translation>
    </message>
    <message>
        <source>no memory for a token</source>
        <translation>kein Speicherplatz für ein Token</translation>
    </message>
    <message>
        <source>a claim is not UTF-8 text</source>
        <translation>eine Angabe im Token ist kein UTF-8-Text</translation>
    </message>
    <message>
        <source>the token could not be signed</source>
        <translation>das Token konnte nicht signiert werden</translation>
    </message>
    <message>
        <source>the store: %1</source>
        <translation>der Speicher: %1</translation>
    </message>
    <message>
        <source>cannot listen on %1: %2</source>
        <translation>auf %1 kann nicht gelauscht werden: %2</translation>
    </message>
    <message>
        <source>no answer within %1 s</source>
        <translation>keine Antwort in %1 s</translation>
    </message>
    <message>
        <source>a hub needs Redis 6.2 or later: %1</source>
        <translation>ein Hub braucht Redis ab 6.2: %1</translation>
    </message>
    <message>
        <source>this is Redis %1, and a hub needs 6.2 or later</source>
        <translation>das ist Redis %1, und ein Hub braucht mindestens 6.2</translation>
    </message>
    <message>
        <source>this Redis is a %1: a hub needs the one that is written to</source>
        <translation>dieses Redis ist ein %1: ein Hub braucht das, in das geschrieben wird</translation>
    </message>
    <message>
        <source>--%1 must be %2 to %3</source>
        <translation>--%1 muss zwischen %2 und %3 liegen</translation>
    </message>
    <message>
        <source>--listen %1: %2</source>
        <translation>--listen %1: %2</translation>
    </message>
    <message>
        <source>--listen %1 is not a loopback address: anyone who reaches this machine could connect. Add --expose if that is meant</source>
        <translation>--listen %1 ist keine Loopback-Adresse: wer diesen Rechner erreicht, könnte sich verbinden. Ist das gemeint, dann mit --expose</translation>
    </message>
    <message>
        <source>--listen %1 is not a loopback address: anyone who reaches this machine could connect, in clear text. Add --expose if that is meant</source>
        <translation>--listen %1 ist keine Loopback-Adresse: wer diesen Rechner erreicht, könnte sich verbinden, im Klartext. Ist das gemeint, dann mit --expose</translation>
    </message>
    <message>
        <source>each --tls-cert needs its --tls-key, in the same order</source>
        <translation>zu jedem --tls-cert gehört sein --tls-key, in gleicher Reihenfolge</translation>
    </message>
    <message>
        <source>--listen https://… needs --tls-cert and --tls-key, or --tls-self-signed</source>
        <translation>--listen https://… braucht --tls-cert und --tls-key, oder --tls-self-signed</translation>
    </message>
    <message>
        <source>there is a certificate for TLS, but all --listen addresses begin with http://</source>
        <translation>es gibt ein Zertifikat für TLS, aber alle Adressen von --listen beginnen mit http://</translation>
    </message>
    <message>
        <source>--jwt-alg %1: HS256, HS384, HS512, RS256 or ES256</source>
        <translation>--jwt-alg %1: HS256, HS384, HS512, RS256 oder ES256</translation>
    </message>
    <message>
        <source>--jwt-alg needs at least one algorithm</source>
        <translation>--jwt-alg braucht mindestens ein Verfahren</translation>
    </message>
    <message>
        <source>--listen needs at least one address</source>
        <translation>--listen braucht mindestens eine Adresse</translation>
    </message>
    <message>
        <source>--store is a file or &quot;memory&quot;</source>
        <translation>--store ist eine Datei oder &quot;memory&quot;</translation>
    </message>
    <message>
        <source>--redis %1</source>
        <translation>--redis %1</translation>
    </message>
    <message>
        <source>--store and --redis exclude each other: with Redis, events are kept in Redis</source>
        <translation>--store und --redis schließen einander aus: mit Redis werden Ereignisse in Redis aufbewahrt</translation>
    </message>
    <message>
        <source>a --jwt-secret or a --jwt-public-key is needed</source>
        <translation>gebraucht wird ein --jwt-secret oder ein --jwt-public-key</translation>
    </message>
    <message>
        <source>--transport is auto, linux or qt</source>
        <translation>--transport ist auto, linux oder qt</translation>
    </message>
    <message>
        <source>--publish-rate is at most 1000000 events a second</source>
        <translation>--publish-rate ist höchstens 1000000 Ereignisse pro Sekunde</translation>
    </message>
    <message>
        <source>--queue-limit must be at least twice --max-event (%1)</source>
        <translation>--queue-limit muss mindestens das Doppelte von --max-event sein (%1)</translation>
    </message>
    <message>
        <source>the hub is not running</source>
        <translation>der Hub läuft nicht</translation>
    </message>
    <message>
        <source>a token needs a secret; the hub has public keys only</source>
        <translation>ein Token braucht ein Geheimnis; der Hub hat nur öffentliche Schlüssel</translation>
    </message>
    <message>
        <source>cannot write: %1</source>
        <translation>es kann nicht geschrieben werden: %1</translation>
    </message>
    <message>
        <source>this JSON is no HAR: it has no log of entries</source>
        <translation>dieses JSON ist kein HAR: es hat kein Protokoll von Einträgen</translation>
    </message>
    <message>
        <source>%1: this is the session itself</source>
        <translation>%1: das ist die Sitzung selbst</translation>
    </message>
    <message>
        <source>its first line is no header of a session log</source>
        <translation>seine erste Zeile ist kein Kopf eines Sitzungsprotokolls</translation>
    </message>
    <message>
        <source>its first line has no &quot;schema&quot; of Pushscope</source>
        <translation>seine erste Zeile hat kein &quot;schema&quot; von Pushscope</translation>
    </message>
    <message>
        <source>a line is an object</source>
        <translation>eine Zeile ist ein Objekt</translation>
    </message>
    <message>
        <source>a comment has 1 to 16,384 octets</source>
        <translation>ein Kommentar hat 1 bis 16.384 Oktette</translation>
    </message>
    <message>
        <source>the comment is not there any more</source>
        <translation>den Kommentar gibt es nicht mehr</translation>
    </message>
    <message>
        <source>%1: it is still being recorded, or its program was killed: a copy of it can be commented</source>
        <translation>%1: sie wird noch aufgezeichnet, oder ihr Programm wurde gewaltsam beendet: eine Kopie davon lässt sich kommentieren</translation>
    </message>
    <message>
        <source>%1: it may not be written to</source>
        <translation>%1: darin darf nicht geschrieben werden</translation>
    </message>
    <message>
        <source>%1: there is no such file</source>
        <translation>%1: diese Datei gibt es nicht</translation>
    </message>
    <message>
        <source>this is a folder</source>
        <translation>das ist ein Ordner</translation>
    </message>
    <message>
        <source>cannot be read: %1</source>
        <translation>kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>this is no session file of Pushscope</source>
        <translation>das ist keine Sitzungsdatei von Pushscope</translation>
    </message>
    <message>
        <source>its tables are not those of a session file</source>
        <translation>ihre Tabellen sind nicht die einer Sitzungsdatei</translation>
    </message>
    <message>
        <source>%1, and nothing of it can be read</source>
        <translation>%1, und nichts davon ist lesbar</translation>
    </message>
    <message>
        <source>this database is empty: where its program was killed, the rows are in the file of the same name with -wal, which belongs beside it</source>
        <translation>diese Datenbank ist leer: wurde ihr Programm gewaltsam beendet, dann sind die Zeilen in der gleichnamigen Datei mit -wal, die daneben gehört</translation>
    </message>
    <message>
        <source>this is a database of another program</source>
        <translation>das ist die Datenbank eines anderen Programms</translation>
    </message>
    <message>
        <source>it was written by a later version of Pushscope</source>
        <translation>eine spätere Version von Pushscope hat sie geschrieben</translation>
    </message>
    <message>
        <source>some of its rows are damaged</source>
        <translation>einige ihrer Zeilen sind beschädigt</translation>
    </message>
    <message>
        <source>a state of the hub is damaged</source>
        <translation>ein Zustand des Hubs ist beschädigt</translation>
    </message>
    <message>
        <source>deliveries are damaged</source>
        <translation>Zustellungen sind beschädigt</translation>
    </message>
    <message>
        <source>%1 exists already</source>
        <translation>%1 gibt es schon</translation>
    </message>
    <message>
        <source>%1: cannot be made: %2</source>
        <translation>%1: lässt sich nicht anlegen: %2</translation>
    </message>
    <message>
        <source>the file can&apos;t be written</source>
        <translation>die Datei kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>the store can&apos;t write: %1</source>
        <translation>der Speicher kann nicht schreiben: %1</translation>
    </message>
    <message>
        <source>too many events wait to be written</source>
        <translation>zu viele Ereignisse warten darauf, geschrieben zu werden</translation>
    </message>
    <message>
        <source>it is a database of another program</source>
        <translation>er ist die Datenbank eines anderen Programms</translation>
    </message>
    <message>
        <source>its schema has version %1, which this program doesn&apos;t know</source>
        <translation>sein Schema hat die Version %1, die dieses Programm nicht kennt</translation>
    </message>
    <message>
        <source>its head is missing</source>
        <translation>sein Kopf fehlt</translation>
    </message>
    <message>
        <source>the store has lost event %1</source>
        <translation>der Speicher hat das Ereignis %1 verloren</translation>
    </message>
    <message>
        <source>the store %1 is in use by another process</source>
        <translation>den Speicher %1 benutzt ein anderer Prozess</translation>
    </message>
    <message>
        <source>cannot create %1: %2</source>
        <translation>%1 kann nicht angelegt werden: %2</translation>
    </message>
    <message>
        <source>cannot lock %1: %2</source>
        <translation>%1 kann nicht gesperrt werden: %2</translation>
    </message>
    <message>
        <source>cannot lock %1.lock</source>
        <translation>%1.lock kann nicht gesperrt werden</translation>
    </message>
    <message>
        <source>the store %1 is damaged and can&apos;t be moved aside: %2</source>
        <translation>der Speicher %1 ist beschädigt und kann nicht beiseitegelegt werden: %2</translation>
    </message>
    <message>
        <source>it is empty, but events up to %1 had been stored</source>
        <translation>er ist leer, aber Ereignisse bis %1 waren gespeichert</translation>
    </message>
    <message>
        <source>cannot open the store %1: %2</source>
        <translation>der Speicher %1 kann nicht geöffnet werden: %2</translation>
    </message>
    <message>
        <source>no epoll instance could be made</source>
        <translation>epoll ließ sich nicht anlegen</translation>
    </message>
    <message>
        <source>cannot make a key: %1</source>
        <translation>ein Schlüssel lässt sich nicht machen: %1</translation>
    </message>
    <message>
        <source>cannot make a certificate: %1</source>
        <translation>ein Zertifikat lässt sich nicht machen: %1</translation>
    </message>
    <message>
        <source>cannot write in the folder %1</source>
        <translation>im Ordner %1 kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>port %1 is in use</source>
        <translation>der Port %1 ist belegt</translation>
    </message>
    <message>
        <source>%1 is too large for a certificate or a key</source>
        <translation>%1 ist zu groß für ein Zertifikat oder einen Schlüssel</translation>
    </message>
    <message>
        <source>%1 has no PEM certificate that can be used: %2</source>
        <translation>%1 hat kein brauchbares PEM-Zertifikat: %2</translation>
    </message>
    <message>
        <source>%1: a certificate of the chain: %2</source>
        <translation>%1: ein Zertifikat der Kette: %2</translation>
    </message>
    <message>
        <source>%1 has no PEM private key without a password: %2</source>
        <translation>%1 hat keinen privaten PEM-Schlüssel ohne Passwort: %2</translation>
    </message>
    <message>
        <source>the key in %1 is not that of the certificate in %2</source>
        <translation>der Schlüssel in %1 ist nicht der des Zertifikats in %2</translation>
    </message>
    <message>
        <source>the port must be a number from 0 to 65535</source>
        <translation>der Port muss eine Zahl von 0 bis 65535 sein</translation>
    </message>
    <message>
        <source>the host must be an IP address or localhost</source>
        <translation>der Rechner muss eine IP-Adresse oder localhost sein</translation>
    </message>
    <message>
        <source>expected host:port</source>
        <translation>erwartet wird host:port</translation>
    </message>
    <message>
        <source>an IPv6 address, and no other, stands in brackets</source>
        <translation>eine IPv6-Adresse, und keine andere, steht in Klammern</translation>
    </message>
    <message>
        <source>joined by %1</source>
        <translation>verbunden über %1</translation>
    </message>
    <message>
        <source>Redis is back after %1 ms</source>
        <translation>Redis ist nach %1 ms wieder da</translation>
    </message>
    <message>
        <source>Redis has another store now (epoch %1, was %2): clients are told a gap</source>
        <translation>Redis hat jetzt einen anderen Speicher (Epoche %1, vorher %2): den Clients wird eine Lücke gemeldet</translation>
    </message>
    <message>
        <source>%1 (and %2 before it)</source>
        <translation>%1 (und %2 davor)</translation>
    </message>
    <message>
        <source>short of memory (%1): nothing is published until clients have read</source>
        <translation>der Arbeitsspeicher reicht nicht (%1): nichts wird veröffentlicht, bis Clients gelesen haben</translation>
    </message>
    <message>
        <source>memory runs short (%1): the clients that read slowest are dropped</source>
        <translation>der Arbeitsspeicher wird knapp (%1): die Clients, die am langsamsten lesen, werden getrennt</translation>
    </message>
    <message>
        <source>memory suffices again (%1)</source>
        <translation>der Arbeitsspeicher reicht wieder (%1)</translation>
    </message>
    <message>
        <source>stopping: clients are told to come back</source>
        <translation>wird beendet: den Clients wird gesagt, dass sie wiederkommen sollen</translation>
    </message>
    <message>
        <source>recording has stopped: %1</source>
        <translation>die Aufzeichnung hat aufgehört: %1</translation>
    </message>
    <message>
        <source>the recording could not be ended: %1</source>
        <translation>die Aufzeichnung ließ sich nicht abschließen: %1</translation>
    </message>
    <message>
        <source>the certificates in use stay, for the new ones can&apos;t be used: %1</source>
        <translation>die benutzten Zertifikate bleiben, denn die neuen sind unbrauchbar: %1</translation>
    </message>
    <message>
        <source>cannot listen again on %1 %2</source>
        <translation>auf %1 kann nicht wieder gelauscht werden: %2</translation>
    </message>
    <message>
        <source>new connections have to wait: accept: %1</source>
        <translation>neue Verbindungen müssen warten: accept: %1</translation>
    </message>
    <message>
        <source>The store %1 is damaged (%2). It was moved to %3, and a new one has begun.</source>
        <translation>Der Speicher %1 ist beschädigt (%2). Er wurde nach %3 gelegt, und ein neuer ist begonnen.</translation>
    </message>
    <message>
        <source>The newest events of %1 may be lost: %2. Ids begin anew with the epoch %3, and all clients will be told.</source>
        <translation>Die neuesten Ereignisse von %1 können verloren sein: %2. Ids beginnen neu mit der Epoche %3, und alle Clients erfahren es.</translation>
    </message>
    <message>
        <source>it ends at event %1, but %2 had been stored</source>
        <translation>er endet beim Ereignis %1, gespeichert war aber %2</translation>
    </message>
    <message>
        <source>it did not end cleanly, and the file that says how far it had come is missing</source>
        <translation>er endete nicht sauber, und die Datei, die sagt, wie weit er gekommen war, fehlt</translation>
    </message>
    <message>
        <source>the machine went down while it was open</source>
        <translation>der Rechner fiel aus, während er offen war</translation>
    </message>
    <message>
        <source>listening on %1 (%2, store %3)</source>
        <translation>lauscht auf %1 (%2, Speicher %3)</translation>
    </message>
    <message>
        <source>&quot;%1&quot; %2</source>
        <translation>&quot;%1&quot; %2</translation>
    </message>
    <message>
        <source>a list of rules is a JSON array</source>
        <translation>eine Liste von Regeln ist ein JSON-Array</translation>
    </message>
    <message>
        <source>at most 100 rules</source>
        <translation>höchstens 100 Regeln</translation>
    </message>
    <message>
        <source>another rule has this name</source>
        <translation>eine andere Regel hat diesen Namen</translation>
    </message>
    <message>
        <source>the hub has stopped</source>
        <translation>der Hub ist beendet</translation>
    </message>
    <message>
        <source>it has forgotten the hub&apos;s scripts</source>
        <translation>es hat die Skripte des Hubs vergessen</translation>
    </message>
    <message>
        <source>not connected yet</source>
        <translation>noch nicht verbunden</translation>
    </message>
    <message>
        <source>it answers more slowly than events come</source>
        <translation>es antwortet langsamer, als Ereignisse kommen</translation>
    </message>
    <message>
        <source>it refuses the password</source>
        <translation>es lehnt das Passwort ab</translation>
    </message>
    <message>
        <source>it refuses the database</source>
        <translation>es lehnt die Datenbank ab</translation>
    </message>
    <message>
        <source>the id of an event, or its number, is expected</source>
        <translation>erwartet wird die Id eines Ereignisses oder seine Nummer</translation>
    </message>
    <message>
        <source>a number without a unit is expected</source>
        <translation>erwartet wird eine Zahl ohne Einheit</translation>
    </message>
    <message>
        <source>a duration is expected, for example 200ms, 3s, 5m</source>
        <translation>erwartet wird eine Dauer, etwa 200ms, 3s, 5m</translation>
    </message>
    <message>
        <source>a size is expected, for example 512B, 64KiB, 1MiB</source>
        <translation>erwartet wird eine Größe, etwa 512B, 64KiB, 1MiB</translation>
    </message>
    <message>
        <source>the log beside the file can&apos;t be read: its newest rows are missing</source>
        <translation>das Log neben der Datei ist nicht lesbar: ihre neuesten Zeilen fehlen</translation>
    </message>
    <message>
        <source>the file is cut off: its end is missing</source>
        <translation>die Datei ist abgeschnitten: ihr Ende fehlt</translation>
    </message>
    <message>
        <source>the text ends too early</source>
        <translation>der Text endet zu früh</translation>
    </message>
    <message>
        <source>unknown reason</source>
        <translation>aus unbekanntem Grund</translation>
    </message>
    <message>
        <source>not replayable: published past the hubs</source>
        <translation>nicht nachlieferbar: an den Hubs vorbei veröffentlicht</translation>
    </message>
    <message>
        <source>its queue reached the limit</source>
        <translation>seine Warteschlange erreichte die Grenze</translation>
    </message>
    <message>
        <source>broken upgrade: %1</source>
        <translation>Upgrade zerstört: %1</translation>
    </message>
    <message>
        <source>Came back %1 in a row with a cursor that is not later than the one before, now %2, though events up to %3 were written to it.</source>
        <translation>Kam %1 nacheinander mit einem Cursor wieder, der nicht neuer ist als der vorige, jetzt %2, obwohl ihm Ereignisse bis %3 geschrieben wurden.</translation>
    </message>
    <message>
        <source>presented %1</source>
        <translation>legte %1 vor</translation>
    </message>
    <message>
        <source>written up to %1</source>
        <translation>geschrieben bis %1</translation>
    </message>
    <message>
        <source>Polled again without the cursor of the answer before: %1 came between the two polls and is lost.</source>
        <translation>Fragte wieder ohne den Cursor der vorigen Antwort: %1 kam zwischen den beiden Abfragen und ist verloren.</translation>
    </message>
    <message>
        <source>Polled again without the cursor of the answer before: %1 came between the two polls and are lost.</source>
        <translation>Fragte wieder ohne den Cursor der vorigen Antwort: %1 kamen zwischen den beiden Abfragen und sind verloren.</translation>
    </message>
    <message>
        <source>%1 lost</source>
        <translation>%1 verloren</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>verloren</translation>
    </message>
    <message>
        <source>Came back without a cursor after %1: %2 that came meanwhile is lost.</source>
        <translation>Kam nach %1 ohne Cursor wieder: verloren ist %2 von inzwischen.</translation>
    </message>
    <message>
        <source>Came back without a cursor after %1: %2 that came meanwhile are lost.</source>
        <translation>Kam nach %1 ohne Cursor wieder: verloren sind %2 von inzwischen.</translation>
    </message>
    <message>
        <source>Asked again for %1 from %2 on, which it had acknowledged up to %3.</source>
        <translation>Verlangte ab %2 nochmals %1, obwohl er bis %3 bestätigt hatte.</translation>
    </message>
    <message>
        <source>%1 given again, from %2</source>
        <translation>%1 nochmals gegeben, ab %2</translation>
    </message>
    <message>
        <source>acknowledged %1</source>
        <translation>hat %1 bestätigt</translation>
    </message>
    <message>
        <source>event stream of %1</source>
        <translation>Ereignisstrom von %1</translation>
    </message>
    <message>
        <source>The browser at %1 holds 6 event streams to %2 over HTTP/1.1, which is all it opens to one origin: every further request waits. HTTP/2 has no such limit.</source>
        <translation>Der Browser auf %1 hält über HTTP/1.1 6 Ereignisströme zu %2, und mehr öffnet er zu einem Ursprung nicht: jede weitere Anfrage wartet. HTTP/2 hat keine solche Grenze.</translation>
    </message>
    <message>
        <source>Has %1 at once, for %2: a connection that it no longer uses was not closed.</source>
        <translation>Hat %1 zugleich, seit %2: eine Verbindung, die er nicht mehr benutzt, wurde nicht geschlossen.</translation>
    </message>
    <message>
        <source>second connection, %1 ago</source>
        <translation>zweite Verbindung, vor %1</translation>
    </message>
    <message>
        <source>Its %1s come in bursts, %2 late (%3 in a row), while nothing waits in the hub for it: something on the way holds back what passes.</source>
        <translation>Seine Antworten (%1) kommen in Schüben, %2 zu spät (%3 nacheinander), obwohl im Hub nichts auf ihn wartet: etwas auf dem Weg hält zurück, was durchgeht.</translation>
    </message>
    <message>
        <source>%1 together, %2 late</source>
        <translation>%1 zusammen, %2 zu spät</translation>
    </message>
    <message>
        <source>closed without a pong</source>
        <translation>ohne einen Pong geschlossen</translation>
    </message>
    <message>
        <source>acknowledged %1 meanwhile</source>
        <translation>hat inzwischen %1 bestätigt</translation>
    </message>
    <message>
        <source>Never answered a ping, though it reads: it %1. It is disconnected each time a pong is due (RFC 6455 section 5.5.2).</source>
        <translation>Beantwortete nie einen Ping, obwohl er liest: er %1. Jedes Mal, wenn ein Pong fällig ist, wird er getrennt (RFC 6455, Abschnitt 5.5.2).</translation>
    </message>
    <message>
        <source>Never answered a ping, though it reads: it answered the close at once. It is disconnected each time a pong is due (RFC 6455 section 5.5.2).</source>
        <translation>Beantwortete nie einen Ping, obwohl er liest: er beantwortete das Schließen sofort. Jedes Mal, wenn ein Pong fällig ist, wird er getrennt (RFC 6455, Abschnitt 5.5.2).</translation>
    </message>
    <message>
        <source>answered the close</source>
        <translation>beantwortete das Schließen</translation>
    </message>
    <message>
        <source>%1 of %2 clients that were disconnected in the last 60 s came back within 100 ms: their waits have no jitter.</source>
        <translation>%1 von %2 Clients, die in den letzten 60 s getrennt wurden, kamen innerhalb von 100 ms wieder: ihre Wartezeiten haben keinen Jitter.</translation>
    </message>
    <message>
        <source>%1 clients within 100 ms</source>
        <translation>%1 Clients innerhalb von 100 ms</translation>
    </message>
    <message>
        <source>polled %1 after the answer</source>
        <translation>fragte %1 nach der Antwort</translation>
    </message>
    <message>
        <source>Waits %1 between an answer and the next poll: an event that comes meanwhile is up to %2 late, %3 on average.</source>
        <translation>Wartet %1 zwischen einer Antwort und der nächsten Abfrage: ein Ereignis, das inzwischen kommt, ist bis zu %2 zu spät, im Mittel %3.</translation>
    </message>
    <message>
        <source>gave up after %1</source>
        <translation>gab nach %1 auf</translation>
    </message>
    <message>
        <source>Gives up its polls after %1, before the hub answers. Its own limit, or that of a proxy on the way, must be longer than the poll&apos;s timeout.</source>
        <translation>Gibt seine Abfragen nach %1 auf, bevor der Hub antwortet. Seine eigene Grenze, oder die eines Proxys auf dem Weg, muss länger sein als die Wartezeit der Abfrage.</translation>
    </message>
    <message>
        <source>Reads more slowly than events come: its queue reached the limit with %1, and it was disconnected.</source>
        <translation>Liest langsamer, als Ereignisse kommen: seine Warteschlange erreichte mit %1 die Grenze, und er wurde getrennt.</translation>
    </message>
    <message>
        <source>%1 waited for it to read</source>
        <translation>%1 warteten darauf, dass er liest</translation>
    </message>
    <message>
        <source>Reads more slowly than events come: its queue has grown for %1 s, from %2 to %3.</source>
        <translation>Liest langsamer, als Ereignisse kommen: seine Warteschlange wuchs %1 s lang, von %2 auf %3.</translation>
    </message>
    <message>
        <source>%1 wait for it to read</source>
        <translation>%1 warten darauf, dass er liest</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>refused: %1</source>
        <translation>abgelehnt: %1</translation>
    </message>
    <message>
        <source>Tried %1 without a token, which is refused each time (%2: %3). It needs another one.</source>
        <translation>Versuchte es %1 ohne Token, was jedes Mal abgelehnt wird (%2: %3). Er braucht ein anderes.</translation>
    </message>
    <message>
        <source>Tried %1 with one and the same token, which is refused each time (%2: %3). It needs another one.</source>
        <translation>Versuchte es %1 mit ein und demselben Token, was jedes Mal abgelehnt wird (%2: %3). Er braucht ein anderes.</translation>
    </message>
    <message>
        <source>Tried again %1 without success (%2), and its waits are: %3. Many such clients hit the hub together.</source>
        <translation>Versuchte es %1 wieder ohne Erfolg (%2), und seine Wartezeiten sind: %3. Viele solche Clients treffen den Hub gemeinsam.</translation>
    </message>
    <message>
        <source>An EventSource that got %1 and has not come back for %2: after any answer but an event stream it never tries again.</source>
        <translation>Eine EventSource, die %1 bekam und seit %2 nicht wiederkam: nach jeder Antwort außer einem Ereignisstrom versucht sie es nie wieder.</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>sofort</translation>
    </message>
    <message>
        <source>fixed %1</source>
        <translation>fest %1</translation>
    </message>
    <message>
        <source>%1 from %2, no jitter</source>
        <translation>%1 ab %2, kein Jitter</translation>
    </message>
    <message>
        <source>%1, cap %2</source>
        <translation>%1, höchstens %2</translation>
    </message>
    <message>
        <source>Its WebSocket upgrade is broken on the way: %1.</source>
        <translation>Sein WebSocket-Upgrade wird auf dem Weg zerstört: %1.</translation>
    </message>
    <message>
        <source>Its WebSocket upgrade never completes: 101 was sent, and in %1 not an octet came back.</source>
        <translation>Sein WebSocket-Upgrade wird nie fertig: 101 wurde gesendet, und in %1 kam kein Oktett zurück.</translation>
    </message>
    <message>
        <source>silent for %1 after 101</source>
        <translation>%1 still nach 101</translation>
    </message>
    <message>
        <source>Its WebSocket upgrade never completes: 101 was sent, and %1 in a row it gave up after %2 in which not an octet came back.</source>
        <translation>Sein WebSocket-Upgrade wird nie fertig: 101 wurde gesendet, und %1 nacheinander gab er nach %2 auf, in denen kein Oktett zurückkam.</translation>
    </message>
    <message>
        <source>1 event</source>
        <translation>1 Ereignis</translation>
    </message>
    <message>
        <source>%1 events</source>
        <translation>%1 Ereignisse</translation>
    </message>
    <message>
        <source>1 time</source>
        <translation>1-mal</translation>
    </message>
    <message>
        <source>%1 times</source>
        <translation>%1-mal</translation>
    </message>
    <message>
        <source>%1 live connections</source>
        <translation>%1 lebende Verbindungen</translation>
    </message>
    <message>
        <source>1 burst</source>
        <translation>1 Schub</translation>
    </message>
    <message>
        <source>%1 bursts</source>
        <translation>%1 Schübe</translation>
    </message>
    <message>
        <source>acknowledgement</source>
        <translation>Bestätigung</translation>
    </message>
    <message>
        <source>%1 acknowledgements</source>
        <translation>%1 Bestätigungen</translation>
    </message>
    <message>
        <source>pong</source>
        <translation>Pong</translation>
    </message>
    <message>
        <source>%1 pongs</source>
        <translation>%1 Pongs</translation>
    </message>
    <message>
        <source>all its WebSocket fields were removed</source>
        <translation>alle seine WebSocket-Felder wurden entfernt</translation>
    </message>
    <message>
        <source>it came as HTTP/1.0</source>
        <translation>es kam als HTTP/1.0 an</translation>
    </message>
    <message>
        <source>its Upgrade field was removed</source>
        <translation>sein Feld Upgrade wurde entfernt</translation>
    </message>
    <message>
        <source>its Connection field has no &quot;upgrade&quot; any more</source>
        <translation>sein Feld Connection hat kein &quot;upgrade&quot; mehr</translation>
    </message>
    <message>
        <source>a token is needed</source>
        <translation>ein Token ist nötig</translation>
    </message>
    <message>
        <source>with a cookie alone, the request must come from an allowed origin</source>
        <translation>mit einem Cookie allein muss die Anfrage von einem erlaubten Ursprung kommen</translation>
    </message>
    <message>
        <source>a room&apos;s name has 1 to 250 octets without CR, LF and NUL</source>
        <translation>der Name eines Raums hat 1 bis 250 Oktette ohne CR, LF und NUL</translation>
    </message>
    <message>
        <source>the token does not cover the room %1</source>
        <translation>das Token gilt nicht für den Raum %1</translation>
    </message>
    <message>
        <source>the hub is stopping</source>
        <translation>der Hub wird beendet</translation>
    </message>
    <message>
        <source>the token has expired</source>
        <translation>das Token ist abgelaufen</translation>
    </message>
    <message>
        <source>the token has expired (%1)</source>
        <translation>das Token ist abgelaufen (%1)</translation>
    </message>
    <message>
        <source>this origin is not allowed</source>
        <translation>dieser Ursprung ist nicht erlaubt</translation>
    </message>
    <message>
        <source>the hub has no connection to its bus</source>
        <translation>der Hub hat keine Verbindung zu seinem Bus</translation>
    </message>
    <message>
        <source>the hub is short of memory</source>
        <translation>dem Hub fehlt Arbeitsspeicher</translation>
    </message>
    <message>
        <source>the token&apos;s header is not a JSON object</source>
        <translation>der Kopf des Tokens ist kein JSON-Objekt</translation>
    </message>
    <message>
        <source>the token demands an extension</source>
        <translation>das Token verlangt eine Erweiterung</translation>
    </message>
    <message>
        <source>the token&apos;s algorithm is none that is known here</source>
        <translation>das Verfahren des Tokens ist hier nicht bekannt</translation>
    </message>
    <message>
        <source>not a signed token</source>
        <translation>kein signiertes Token</translation>
    </message>
    <message>
        <source>the token&apos;s algorithm is not allowed</source>
        <translation>das Verfahren des Tokens ist nicht erlaubt</translation>
    </message>
    <message>
        <source>no key confirms the token&apos;s signature</source>
        <translation>kein Schlüssel bestätigt die Signatur des Tokens</translation>
    </message>
    <message>
        <source>the claim &quot;%1&quot; has a wrong type</source>
        <translation>die Angabe &quot;%1&quot; hat einen falschen Typ</translation>
    </message>
    <message>
        <source>the token is for another audience</source>
        <translation>das Token ist für ein anderes Publikum</translation>
    </message>
    <message>
        <source>the token is from another issuer</source>
        <translation>das Token ist von einem anderen Aussteller</translation>
    </message>
    <message>
        <source>the token never expires, and must</source>
        <translation>das Token läuft nie ab und muss es</translation>
    </message>
    <message>
        <source>the token is not yet valid</source>
        <translation>das Token gilt noch nicht</translation>
    </message>
    <message>
        <source>the token&apos;s claims are not a JSON object</source>
        <translation>die Angaben des Tokens sind kein JSON-Objekt</translation>
    </message>
    <message>
        <source>the token names no subject</source>
        <translation>das Token nennt kein Subjekt</translation>
    </message>
    <message>
        <source>the hub has its %1 connections (--max-connections)</source>
        <translation>der Hub hat seine %1 Verbindungen (--max-connections)</translation>
    </message>
    <message>
        <source>this user has its %1 connections (--max-per-user)</source>
        <translation>dieser Benutzer hat seine %1 Verbindungen (--max-per-user)</translation>
    </message>
    <message>
        <source>this address has its %1 connections (--max-per-address)</source>
        <translation>diese Adresse hat ihre %1 Verbindungen (--max-per-address)</translation>
    </message>
    <message>
        <source>this token publishes more than %1 events a second (--publish-rate)</source>
        <translation>dieses Token veröffentlicht mehr als %1 Ereignisse pro Sekunde (--publish-rate)</translation>
    </message>
    <message>
        <source>expired on %1</source>
        <translation>ist am %1 abgelaufen</translation>
    </message>
    <message>
        <source>is not valid before %1</source>
        <translation>gilt nicht vor %1</translation>
    </message>
    <message>
        <source>Its WebSocket upgrade is broken on the way: %1. It fell back to %2.</source>
        <translation>Sein WebSocket-Upgrade wird auf dem Weg zerstört: %1. Er wich auf %2 aus.</translation>
    </message>
    <message>
        <source>Its WebSocket upgrade never completes: 101 was sent, and in %1 not an octet came back. It fell back to %2.</source>
        <translation>Sein WebSocket-Upgrade wird nie fertig: 101 wurde gesendet, und in %1 kam kein Oktett zurück. Er wich auf %2 aus.</translation>
    </message>
    <message>
        <source>fin by admin</source>
        <translation>vom Hub mit FIN geschlossen</translation>
    </message>
    <message>
        <source>stopped polling</source>
        <translation>fragte nicht mehr</translation>
    </message>
    <message>
        <source>no pong</source>
        <translation>kein Pong</translation>
    </message>
    <message>
        <source>reset by client</source>
        <translation>vom Client zurückgesetzt</translation>
    </message>
    <message>
        <source>memory short, %1 waited</source>
        <translation>Arbeitsspeicher knapp, %1 warteten</translation>
    </message>
    <message>
        <source>Its WebSocket upgrade never completes: 101 was sent, and not an octet came back.</source>
        <translation>Sein WebSocket-Upgrade wird nie fertig: 101 wurde gesendet, und kein Oktett kam zurück.</translation>
    </message>
    <message>
        <source>silent after 101</source>
        <translation>still nach 101</translation>
    </message>
    <message>
        <source>Its WebSocket upgrade never completes: 101 was sent, and not an octet came back. It fell back to %1.</source>
        <translation>Sein WebSocket-Upgrade wird nie fertig: 101 wurde gesendet, und kein Oktett kam zurück. Er wich auf %1 aus.</translation>
    </message>
</context>
<context>
    <name>pushscope::DeliveryPage</name>
    <message>
        <source>Delivery</source>
        <translation>Zustellung</translation>
    </message>
    <message>
        <source>&amp;Keepalive every:</source>
        <translation>&amp;Keepalive alle:</translation>
    </message>
    <message>
        <source>30s, 500ms, 2m</source>
        <translation>30s, 500ms, 2m</translation>
    </message>
    <message>
        <source>&amp;Poll timeout:</source>
        <translation>&amp;Wartezeit einer Abfrage:</translation>
    </message>
    <message>
        <source>For polls that name none</source>
        <translation>Für Abfragen, die keine nennen</translation>
    </message>
    <message>
        <source>&amp;Queue limit per client:</source>
        <translation>Grenze der Warteschlange je &amp;Client:</translation>
    </message>
    <message>
        <source>A client that is further behind is dropped</source>
        <translation>Ein Client, der weiter zurückliegt, wird getrennt</translation>
    </message>
    <message>
        <source>Largest e&amp;vent:</source>
        <translation>Größtes &amp;Ereignis:</translation>
    </message>
    <message>
        <source>At most half of the queue limit</source>
        <translation>Höchstens die Hälfte der Warteschlange</translation>
    </message>
</context>
<context>
    <name>pushscope::DockArea</name>
    <message>
        <source>Panes</source>
        <translation>Bereiche</translation>
    </message>
    <message>
        <source>Panes behind each other</source>
        <translation>Bereiche hintereinander</translation>
    </message>
</context>
<context>
    <name>pushscope::EncryptionPage</name>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>TLS with a certificate of the hub&apos;s &amp;own</source>
        <translation>TLS mit einem &amp;eigenen Zertifikat des Hubs</translation>
    </message>
    <message>
        <source>Made for localhost and kept. The log says how a browser is made to trust it.</source>
        <translation>Für localhost erzeugt und aufbewahrt. Im Log steht, wie ein Browser dazu gebracht wird, ihm zu vertrauen.</translation>
    </message>
    <message>
        <source>Cer&amp;tificates:</source>
        <translation>Zer&amp;tifikate:</translation>
    </message>
    <message>
        <source>PEM files with the chain, separated by semicolons</source>
        <translation>PEM-Dateien mit der Kette, durch Semikolon getrennt</translation>
    </message>
    <message>
        <source>Add certi&amp;ficates…</source>
        <translation>Zerti&amp;fikate hinzufügen…</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Zertifikate</translation>
    </message>
    <message>
        <source>&amp;Keys:</source>
        <translation>&amp;Schlüssel:</translation>
    </message>
    <message>
        <source>Their private keys, in the same order</source>
        <translation>Ihre privaten Schlüssel, in derselben Reihenfolge</translation>
    </message>
    <message>
        <source>Add ke&amp;ys…</source>
        <translation>Schlüsse&amp;l hinzufügen…</translation>
    </message>
    <message>
        <source>Private keys</source>
        <translation>Private Schlüssel</translation>
    </message>
    <message>
        <source>With a certificate, addresses are https:// unless one of them says so itself: “http://127.0.0.1:8090 https://127.0.0.1:8443” listens in clear text and with TLS. Over TLS a browser speaks HTTP/2. Files that change are read again by themselves.</source>
        <translation>Mit einem Zertifikat gelten Adressen als https://, sofern keine von ihnen es selbst sagt: „http://127.0.0.1:8090 https://127.0.0.1:8443“ lauscht im Klartext und mit TLS. Über TLS spricht ein Browser HTTP/2. Geänderte Dateien werden von selbst neu gelesen.</translation>
    </message>
    <message>
        <source>PEM (*.pem *.crt *.key);;All files (*)</source>
        <translation>PEM (*.pem *.crt *.key);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no file that can be read</source>
        <translation>&apos;%1&apos; ist keine lesbare Datei</translation>
    </message>
</context>
<context>
    <name>pushscope::EventVariables</name>
    <message>
        <source>write {{random 1 100}}: two numbers, the smaller one first</source>
        <translation>schreibe {{random 1 100}}: zwei Zahlen, die kleinere zuerst</translation>
    </message>
    <message>
        <source>there is no such variable: {{seq}} {{now}} {{uuid}} {{random 1 100}} {{user}}</source>
        <translation>eine solche Variable gibt es nicht: {{seq}} {{now}} {{uuid}} {{random 1 100}} {{user}}</translation>
    </message>
</context>
<context>
    <name>pushscope::EventsFile</name>
    <message>
        <source>an object is expected</source>
        <translation>erwartet wird ein Objekt</translation>
    </message>
    <message>
        <source>&quot;to&quot; must name a channel, or several</source>
        <translation>&quot;to&quot; muss einen Kanal nennen, oder mehrere</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>there is no event in it</source>
        <translation>darin ist kein Ereignis</translation>
    </message>
    <message>
        <source>it is larger than 256 MiB</source>
        <translation>sie ist größer als 256 MiB</translation>
    </message>
</context>
<context>
    <name>pushscope::EventsModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>When the hub took it</source>
        <translation>Wann der Hub es annahm</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Published to clients, sent by a client, or a replay</source>
        <translation>An Clients veröffentlicht, von einem Client gesendet, oder eine Nachlieferung</translation>
    </message>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Users and rooms it was for, or the client</source>
        <translation>Benutzer und Räume, für die es war, oder der Client</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>The type it was published with</source>
        <translation>Der Typ, mit dem es veröffentlicht wurde</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Epoch and number; an ephemeral event has none</source>
        <translation>Epoche und Nummer; ein flüchtiges Ereignis hat keine</translation>
    </message>
    <message>
        <source>Size, bytes</source>
        <translation>Größe, Bytes</translation>
    </message>
    <message>
        <source>Octets of its data</source>
        <translation>Oktette seiner Daten</translation>
    </message>
    <message>
        <source>Receivers</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>How many clients got it live</source>
        <translation>Wie viele Clients es live bekamen</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>The beginning of its data</source>
        <translation>Der Anfang seiner Daten</translation>
    </message>
    <message>
        <source>◌ ephemeral</source>
        <translation>◌ flüchtig</translation>
    </message>
    <message>
        <source>◆ event</source>
        <translation>◆ Ereignis</translation>
    </message>
    <message>
        <source>↻ replay</source>
        <translation>↻ nachgeliefert</translation>
    </message>
    <message>
        <source>→ frame</source>
        <translation>→ Frame</translation>
    </message>
    <message>
        <source>← message</source>
        <translation>← Nachricht</translation>
    </message>
</context>
<context>
    <name>pushscope::EventsPane</name>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Filter by type, target, id or data</source>
        <translation>Nach Typ, Ziel, Id oder Daten filtern</translation>
    </message>
    <message>
        <source>Copy as cURL</source>
        <translation>Als cURL kopieren</translation>
    </message>
    <message>
        <source>Copy as JSON line</source>
        <translation>Als JSON-Zeile kopieren</translation>
    </message>
</context>
<context>
    <name>pushscope::EvidenceModel</name>
    <message>
        <source>At</source>
        <translation>Um</translation>
    </message>
    <message>
        <source>When it was seen</source>
        <translation>Wann es gesehen wurde</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Beweis</translation>
    </message>
    <message>
        <source>The count, status or time that proves it</source>
        <translation>Die Anzahl, der Status oder die Zeit, die es beweist</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>The event that proves it</source>
        <translation>Das Ereignis, das es beweist</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Its row in the journal; choosing it goes there</source>
        <translation>Seine Zeile im Journal; sie zu wählen führt dorthin</translation>
    </message>
</context>
<context>
    <name>pushscope::ExportDialog</name>
    <message>
        <source>Export session log</source>
        <translation>Sitzungsprotokoll exportieren</translation>
    </message>
    <message>
        <source>JSON lines: everything, one object a line</source>
        <translation>JSON-Zeilen: alles, ein Objekt je Zeile</translation>
    </message>
    <message>
        <source>CSV: the flat view, for spreadsheets</source>
        <translation>CSV: die flache Ansicht, für Tabellenkalkulationen</translation>
    </message>
</context>
<context>
    <name>pushscope::ExportFlow</name>
    <message>
        <source>Exporting to %1</source>
        <translation>Exportiere nach %1</translation>
    </message>
    <message>
        <source>The export was cancelled; no file was written.</source>
        <translation>Der Export wurde abgebrochen; keine Datei wurde geschrieben.</translation>
    </message>
    <message>
        <source>The export failed: %1</source>
        <translation>Der Export schlug fehl: %1</translation>
    </message>
    <message>
        <source>Try again…</source>
        <translation>Noch einmal …</translation>
    </message>
    <message>
        <source>%1 rows were exported to %2</source>
        <translation>%1 Zeilen wurden nach %2 exportiert</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
</context>
<context>
    <name>pushscope::FaultAdvice</name>
    <message>
        <source>Take the time from the event and not from its arrival, and leave timeouts room for the slowest network that you serve.</source>
        <translation>Nimm die Zeit aus dem Ereignis und nicht die seiner Ankunft, und lass Zeitgrenzen Raum für das langsamste Netz, das du bedienst.</translation>
    </message>
    <message>
        <source>Send less: smaller events, only the rooms that are looked at, compression. Look at bufferedAmount before a WebSocket sends more.</source>
        <translation>Sende weniger: kleinere Ereignisse, nur die Räume, die jemand ansieht, Kompression. Sieh nach bufferedAmount, bevor ein WebSocket mehr sendet.</translation>
    </message>
    <message>
        <source>A piece is no event: gather octets up to the blank line of an event stream or the end of an answer, and decode UTF-8 over the pieces.</source>
        <translation>Ein Stück ist kein Ereignis: sammle Oktette bis zur Leerzeile eines Ereignisstroms oder bis zum Ende einer Antwort, und dekodiere UTF-8 über die Stücke hinweg.</translation>
    </message>
    <message>
        <source>Notice the silence: where nothing came for twice the keepalive interval, close the connection and open another one with the cursor.</source>
        <translation>Bemerke die Stille: kam doppelt so lange nichts, wie Keepalives auseinanderliegen, dann schließe die Verbindung und öffne eine andere mit dem Cursor.</translation>
    </message>
    <message>
        <source>Come back with the id of the last event. An EventSource does so by itself; a WebSocket and a poll need code for it.</source>
        <translation>Komm mit der Id des letzten Ereignisses wieder. Eine EventSource tut es von selbst; ein WebSocket und ein Poll brauchen Code dafür.</translation>
    </message>
    <message>
        <source>An error without a status is a reason to come back with the cursor, after a random pause, and not one to give up.</source>
        <translation>Ein Fehler ohne Status ist ein Grund, nach einer zufälligen Pause mit dem Cursor wiederzukommen, und keiner, aufzugeben.</translation>
    </message>
    <message>
        <source>Don&apos;t wait for onclose before you connect again: after close() the old connection counts as gone, and what still comes from it is ignored.</source>
        <translation>Warte nicht auf onclose, bevor du neu verbindest: nach close() gilt die alte Verbindung als fort, und was von ihr noch kommt, wird übergangen.</translation>
    </message>
    <message>
        <source>Throw half an event away: only one that is complete moves the cursor.</source>
        <translation>Wirf ein halbes Ereignis weg: nur ein vollständiges setzt den Cursor weiter.</translation>
    </message>
    <message>
        <source>Wait random(0, min(cap, base × 2ⁿ)) before try n, and tell the user that nothing arrives at the moment.</source>
        <translation>Warte random(0, min(Grenze, Basis × 2ⁿ)) vor Versuch n, und sage dem Benutzer, dass im Moment nichts ankommt.</translation>
    </message>
    <message>
        <source>After 429 and 503 wait as long as Retry-After says, after 401 fetch a token first. An EventSource has stopped for good: make a new one.</source>
        <translation>Warte nach 429 und 503 so lange, wie Retry-After sagt, und hole nach 401 erst ein Token. Eine EventSource hat für immer aufgehört: mache eine neue.</translation>
    </message>
    <message>
        <source>Don&apos;t rely on one field: the token and the cursor can stand in the query too. Check what comes back before you use it.</source>
        <translation>Verlass dich nicht auf ein Feld: Token und Cursor können auch in der Query stehen. Prüfe, was zurückkommt, bevor du es verwendest.</translation>
    </message>
    <message>
        <source>Answer with X-Accel-Buffering: no and Cache-Control: no-transform. Where no octet comes for some seconds, a client falls back to polling.</source>
        <translation>Antworte mit X-Accel-Buffering: no und Cache-Control: no-transform. Kommt einige Sekunden kein Oktett, weicht ein Client auf Polling aus.</translation>
    </message>
    <message>
        <source>Send keepalives more often than the shortest time on the way (60 s in nginx), and come back with the cursor all the same.</source>
        <translation>Sende Keepalives öfter als die kürzeste Frist auf dem Weg (60 s bei nginx), und komm trotzdem mit dem Cursor wieder.</translation>
    </message>
    <message>
        <source>Put the cursor into the query too: make the EventSource anew with lastEventId=… where it reconnects often.</source>
        <translation>Setze den Cursor auch in die Query: mache die EventSource mit lastEventId=… neu, wo sie sich oft neu verbindet.</translation>
    </message>
    <message>
        <source>Give the upgrade some seconds, then fall back to an event stream or polling with the same cursor, and try again later.</source>
        <translation>Gib dem Upgrade einige Sekunden, weiche dann mit demselben Cursor auf einen Ereignisstrom oder Polling aus, und versuche es später wieder.</translation>
    </message>
    <message>
        <source>An EventSource stops for good at anything but text/event-stream: look at readyState in onerror, and make a new one after a pause.</source>
        <translation>Eine EventSource hört bei allem außer text/event-stream für immer auf: sieh in onerror nach readyState, und mache nach einer Pause eine neue.</translation>
    </message>
    <message>
        <source>What must not be missed needs a number of its own in the data: where one is left out, load the state anew.</source>
        <translation>Was nicht fehlen darf, braucht eine eigene Nummer in den Daten: wird eine ausgelassen, dann lade den Zustand neu.</translation>
    </message>
    <message>
        <source>Handle each id once: ignore those that are not greater than the last one handled.</source>
        <translation>Verarbeite jede Id einmal: übergehe die, die nicht größer sind als die zuletzt verarbeitete.</translation>
    </message>
    <message>
        <source>Late is not lost: don&apos;t fetch again what is only under way, and ignore what a newer state has replaced.</source>
        <translation>Spät ist nicht verloren: hole nicht noch einmal, was nur unterwegs ist, und übergehe, was ein neuerer Zustand ersetzt hat.</translation>
    </message>
    <message>
        <source>Order by a number or time within the data and not by arrival, and ignore a state that is older than the one shown.</source>
        <translation>Ordne nach einer Nummer oder Zeit in den Daten und nicht nach der Ankunft, und übergehe einen Zustand, der älter ist als der gezeigte.</translation>
    </message>
    <message>
        <source>Without keepalives a dead connection looks like a quiet one: set a timer, and ask (a ping, a request) before you give it up.</source>
        <translation>Ohne Keepalives sieht eine tote Verbindung aus wie eine stille: stelle einen Timer, und frage nach (ein Ping, eine Anfrage), bevor du sie aufgibst.</translation>
    </message>
    <message>
        <source>Wait for the pong with a timer, then close and come back: onclose alone may take minutes.</source>
        <translation>Warte auf den Pong mit einem Timer, dann schließe und komm wieder: onclose allein kann Minuten dauern.</translation>
    </message>
    <message>
        <source>Look at the code: 1012 and 1013 come back after a pause, 4001 needs a new token first, 4003 is not tried again.</source>
        <translation>Sieh auf den Code: bei 1012 und 1013 nach einer Pause wiederkommen, bei 4001 erst ein neues Token holen, bei 4003 nicht noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Let the connection end and come back with the cursor. Guard JSON.parse, so that one bad event doesn&apos;t stop those after it.</source>
        <translation>Lass die Verbindung enden und komm mit dem Cursor wieder. Sichere JSON.parse ab, damit ein schlechtes Ereignis die folgenden nicht aufhält.</translation>
    </message>
    <message>
        <source>Fetch a new token before the old one is over, and after a 401 or close code 4001; then come back with the cursor.</source>
        <translation>Hole ein neues Token, bevor das alte abläuft, und nach einem 401 oder Close-Code 4001; komm dann mit dem Cursor wieder.</translation>
    </message>
    <message>
        <source>Heed hub.gap: what was between is gone, so load the state anew instead of going on as if nothing were missing.</source>
        <translation>Beachte hub.gap: was dazwischen lag, ist fort; lade den Zustand neu, statt weiterzumachen, als fehlte nichts.</translation>
    </message>
    <message>
        <source>Spread the way back: heed “retry:” and close code 1012, add a random pause, and come back with the cursor.</source>
        <translation>Verteile die Rückkehr: beachte „retry:“ und Close-Code 1012, warte dazu eine zufällige Pause, und komm mit dem Cursor wieder.</translation>
    </message>
</context>
<context>
    <name>pushscope::FaultDesk</name>
    <message>
        <source>✖ Refused: %1</source>
        <translation>✖ Abgelehnt: %1</translation>
    </message>
    <message numerus="yes">
        <source>✔ %Ln rule(s) set.</source>
        <translation>
            <numerusform>✔ %Ln Regel gesetzt.</numerusform>
            <numerusform>✔ %Ln Regeln gesetzt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>✔ %Ln rule(s) removed.</source>
        <translation>
            <numerusform>✔ %Ln Regel entfernt.</numerusform>
            <numerusform>✔ %Ln Regeln entfernt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>↶ %Ln rule(s) removed again.</source>
        <translation>
            <numerusform>↶ %Ln Regel wieder entfernt.</numerusform>
            <numerusform>↶ %Ln Regeln wieder entfernt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>↶ %Ln rule(s) brought back.</source>
        <translation>
            <numerusform>↶ %Ln Regel zurückgeholt.</numerusform>
            <numerusform>↶ %Ln Regeln zurückgeholt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Undo setting %Ln rule(s)</source>
        <translation>
            <numerusform>Setzen von %Ln Regel zurücknehmen</numerusform>
            <numerusform>Setzen von %Ln Regeln zurücknehmen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Undo removing %Ln rule(s)</source>
        <translation>
            <numerusform>Entfernen von %Ln Regel zurücknehmen</numerusform>
            <numerusform>Entfernen von %Ln Regeln zurücknehmen</numerusform>
        </translation>
    </message>
    <message>
        <source>the window was closed</source>
        <translation>das Fenster wurde geschlossen</translation>
    </message>
</context>
<context>
    <name>pushscope::FaultEditor</name>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>What the fault does</source>
        <translation>Was die Störung tut</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Art</translation>
    </message>
    <message>
        <source>everyone</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>user</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>the selected clients</source>
        <translation>die ausgewählten Clients</translation>
    </message>
    <message>
        <source>those of a filter</source>
        <translation>die eines Filters</translation>
    </message>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>Only so many more connections or requests; all: those that there are, too</source>
        <translation>Nur so viele weitere Verbindungen oder Anfragen; alle: auch die, die es gibt</translation>
    </message>
    <message>
        <source>&amp;Clients</source>
        <translation>&amp;Clients</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Protocol</source>
        <translation>&amp;Protokoll</translation>
    </message>
    <message>
        <source>N&amp;ext</source>
        <translation>&amp;Nächste</translation>
    </message>
    <message>
        <source>Whom</source>
        <translation>Wen</translation>
    </message>
    <message>
        <source>until removed</source>
        <translation>bis zum Entfernen</translation>
    </message>
    <message>
        <source>How long, such as 10s, 500ms, 2m; empty: until it is removed</source>
        <translation>Wie lange, etwa 10s, 500ms, 2m; leer: bis sie entfernt wird</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>sofort</translation>
    </message>
    <message>
        <source>Just before the n-th event that is due to a client from when the rule is set</source>
        <translation>Kurz vor dem n-ten Ereignis, das einem Client ab dem Setzen der Regel zusteht</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Of each chance to act</source>
        <translation>Bei jeder Gelegenheit zu wirken</translation>
    </message>
    <message>
        <source>&amp;For</source>
        <translation>&amp;Für</translation>
    </message>
    <message>
        <source>&amp;At event</source>
        <translation>Bei &amp;Ereignis</translation>
    </message>
    <message>
        <source>P&amp;robability</source>
        <translation>&amp;Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>must be given</source>
        <translation>muss angegeben werden</translation>
    </message>
    <message>
        <source>protocol == ws &amp;&amp; lagMs &gt; 200ms</source>
        <translation>protocol == ws &amp;&amp; lagMs &gt; 200ms</translation>
    </message>
    <message numerus="yes">
        <source>the %Ln selected client(s)</source>
        <translation>
            <numerusform>der %Ln ausgewählte Client</numerusform>
            <numerusform>die %Ln ausgewählten Clients</numerusform>
        </translation>
    </message>
    <message>
        <source>Select clients in the Clients pane, or choose others here.</source>
        <translation>Wähle Clients im Bereich Clients aus, oder nimm hier andere.</translation>
    </message>
    <message>
        <source>These are too many to be named: choose them by a filter.</source>
        <translation>Das sind zu viele, um sie zu nennen: wähle sie mit einem Filter.</translation>
    </message>
    <message>
        <source>What an app does about it</source>
        <translation>Was eine App dagegen tut</translation>
    </message>
    <message>
        <source>In your app: %1</source>
        <translation>In deiner App: %1</translation>
    </message>
</context>
<context>
    <name>pushscope::FaultText</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>Schwankung</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Retry</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>Octets</source>
        <translation>Oktette</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>Up to id</source>
        <translation>Bis Id</translation>
    </message>
    <message>
        <source>Drain</source>
        <translation>Leeren</translation>
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
        <source>the hub</source>
        <translation>der Hub</translation>
    </message>
    <message>
        <source>user %1</source>
        <translation>Benutzer %1</translation>
    </message>
    <message>
        <source>client %1</source>
        <translation>Client %1</translation>
    </message>
    <message>
        <source>%1 only</source>
        <translation>nur %1</translation>
    </message>
    <message>
        <source>everyone</source>
        <translation>alle</translation>
    </message>
    <message numerus="yes">
        <source>the next %Ln</source>
        <translation>
            <numerusform>das nächste</numerusform>
            <numerusform>die nächsten %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>at event %1</source>
        <translation>bei Ereignis %1</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>für %1</translation>
    </message>
    <message>
        <source>%1 % of the time</source>
        <translation>zu %1 %</translation>
    </message>
    <message>
        <source>at once, until removed</source>
        <translation>sofort, bis zum Entfernen</translation>
    </message>
    <message>
        <source>%1; %2 to %3 %4</source>
        <translation>%1; %2 bis %3 %4</translation>
    </message>
    <message>
        <source>%1; %2 to %3, without those that may not be sent (RFC 6455 §7.4)</source>
        <translation>%1; %2 bis %3, ohne die, die nicht gesendet werden dürfen (RFC 6455 §7.4)</translation>
    </message>
    <message>
        <source>%1; an id such as k3f9-1042</source>
        <translation>%1; eine Id wie k3f9-1042</translation>
    </message>
    <message>
        <source>Cut with RST</source>
        <translation>Mit RST abschneiden</translation>
    </message>
    <message>
        <source>Resets the connections that there are</source>
        <translation>Setzt die bestehenden Verbindungen zurück</translation>
    </message>
    <message>
        <source>Cut with FIN</source>
        <translation>Mit FIN abschneiden</translation>
    </message>
    <message>
        <source>Ends the connections that there are</source>
        <translation>Beendet die bestehenden Verbindungen</translation>
    </message>
    <message>
        <source>Close with 1012</source>
        <translation>Mit 1012 schließen</translation>
    </message>
    <message>
        <source>Closes WebSockets with “service restart”, and ends the others</source>
        <translation>Schließt WebSockets mit „Dienst startet neu“ und beendet die anderen</translation>
    </message>
    <message>
        <source>Latency 200 ± 50 ms</source>
        <translation>Verzögerung 200 ± 50 ms</translation>
    </message>
    <message>
        <source>All that passes takes longer, each way, until removed</source>
        <translation>Alles, was durchgeht, dauert länger, in jeder Richtung, bis zum Entfernen</translation>
    </message>
    <message>
        <source>Black hole 10 s</source>
        <translation>Schwarzes Loch 10 s</translation>
    </message>
    <message>
        <source>The connections stay open, and silent</source>
        <translation>Die Verbindungen bleiben offen, und stumm</translation>
    </message>
    <message>
        <source>503 for the next 3</source>
        <translation>503 für die nächsten 3</translation>
    </message>
    <message>
        <source>The next three requests are answered with 503</source>
        <translation>Die nächsten drei Anfragen werden mit 503 beantwortet</translation>
    </message>
    <message>
        <source>Lose the next event</source>
        <translation>Nächstes Ereignis verlieren</translation>
    </message>
    <message>
        <source>The next event that is due live is not sent</source>
        <translation>Das nächste live zustehende Ereignis wird nicht gesendet</translation>
    </message>
    <message>
        <source>Refuse 5 s</source>
        <translation>5 s ablehnen</translation>
    </message>
    <message>
        <source>The hub accepts no connection</source>
        <translation>Der Hub nimmt keine Verbindung an</translation>
    </message>
    <message>
        <source>how long it takes</source>
        <translation>wie lange es dauert</translation>
    </message>
    <message>
        <source>it takes so much less or more, at random</source>
        <translation>um so viel weniger oder mehr, zufällig</translation>
    </message>
    <message>
        <source>what passes in a second, each way</source>
        <translation>was in einer Sekunde durchgeht, in jeder Richtung</translation>
    </message>
    <message>
        <source>the size of a piece</source>
        <translation>die Größe eines Stücks</translation>
    </message>
    <message>
        <source>how long the connection stays half open</source>
        <translation>wie lange die Verbindung halb offen bleibt</translation>
    </message>
    <message>
        <source>what the client still gets</source>
        <translation>was der Client noch bekommt</translation>
    </message>
    <message>
        <source>the HTTP status</source>
        <translation>der HTTP-Status</translation>
    </message>
    <message>
        <source>the field that is taken out, both ways</source>
        <translation>das Feld, das entfernt wird, in beiden Richtungen</translation>
    </message>
    <message>
        <source>what is gathered before it goes on</source>
        <translation>was gesammelt wird, bevor es weitergeht</translation>
    </message>
    <message>
        <source>the longest that it is kept; 0: until there is enough</source>
        <translation>wie lange es höchstens bleibt; 0: bis genug da ist</translation>
    </message>
    <message>
        <source>how long nothing may pass</source>
        <translation>wie lange nichts durchgehen darf</translation>
    </message>
    <message>
        <source>refused, or never answered</source>
        <translation>abgewiesen oder nie beantwortet</translation>
    </message>
    <message>
        <source>what the answer says it is</source>
        <translation>als was die Antwort sich ausgibt</translation>
    </message>
    <message>
        <source>how long each event is kept</source>
        <translation>wie lange jedes Ereignis zurückgehalten wird</translation>
    </message>
    <message>
        <source>the close code</source>
        <translation>der Close-Code</translation>
    </message>
    <message>
        <source>what the Close frame says</source>
        <translation>was der Close-Frame sagt</translation>
    </message>
    <message>
        <source>the newest event that is evicted</source>
        <translation>das neueste Ereignis, das verdrängt wird</translation>
    </message>
    <message>
        <source>clients are told to come back; otherwise they are reset</source>
        <translation>Clients werden gebeten wiederzukommen; sonst werden sie zurückgesetzt</translation>
    </message>
    <message>
        <source>an event stream&apos;s shortest wait before it comes back</source>
        <translation>wie lange ein Ereignisstrom mindestens wartet, bevor er wiederkommt</translation>
    </message>
    <message>
        <source>up to so much is added to it, at random</source>
        <translation>bis zu so viel kommt zufällig hinzu</translation>
    </message>
    <message>
        <source>All that passes takes longer, each way</source>
        <translation>Alles, was durchgeht, dauert länger, in jeder Richtung</translation>
    </message>
    <message>
        <source>The network is slow</source>
        <translation>Das Netz ist langsam</translation>
    </message>
    <message>
        <source>What the client gets comes in small pieces</source>
        <translation>Was der Client bekommt, kommt in kleinen Stücken</translation>
    </message>
    <message>
        <source>The connection is open, and silent</source>
        <translation>Die Verbindung ist offen, und stumm</translation>
    </message>
    <message>
        <source>The hub ends the connection in order</source>
        <translation>Der Hub beendet die Verbindung ordentlich</translation>
    </message>
    <message>
        <source>The connection is reset</source>
        <translation>Die Verbindung wird zurückgesetzt</translation>
    </message>
    <message>
        <source>The end of a connection comes late</source>
        <translation>Das Ende einer Verbindung kommt spät</translation>
    </message>
    <message>
        <source>The connection is reset amid its octets</source>
        <translation>Die Verbindung wird mitten in ihren Oktetten zurückgesetzt</translation>
    </message>
    <message>
        <source>The hub accepts no connections</source>
        <translation>Der Hub nimmt keine Verbindungen an</translation>
    </message>
    <message>
        <source>Requests are answered with a status</source>
        <translation>Anfragen werden mit einem Status beantwortet</translation>
    </message>
    <message>
        <source>A proxy takes out a header field</source>
        <translation>Ein Proxy entfernt ein Kopffeld</translation>
    </message>
    <message>
        <source>A proxy gathers what the hub sends</source>
        <translation>Ein Proxy sammelt, was der Hub sendet</translation>
    </message>
    <message>
        <source>A proxy ends connections that are idle</source>
        <translation>Ein Proxy beendet untätige Verbindungen</translation>
    </message>
    <message>
        <source>A proxy takes out the Last-Event-ID</source>
        <translation>Ein Proxy entfernt die Last-Event-ID</translation>
    </message>
    <message>
        <source>A proxy lets no WebSocket through</source>
        <translation>Ein Proxy lässt keinen WebSocket durch</translation>
    </message>
    <message>
        <source>Answers have the wrong content type</source>
        <translation>Antworten haben den falschen Inhaltstyp</translation>
    </message>
    <message>
        <source>Live events are not sent</source>
        <translation>Live-Ereignisse werden nicht gesendet</translation>
    </message>
    <message>
        <source>Live events are sent twice</source>
        <translation>Live-Ereignisse werden zweimal gesendet</translation>
    </message>
    <message>
        <source>Live events are sent later</source>
        <translation>Live-Ereignisse werden später gesendet</translation>
    </message>
    <message>
        <source>Two live events change places</source>
        <translation>Zwei Live-Ereignisse tauschen die Plätze</translation>
    </message>
    <message>
        <source>No keepalives and no pings are sent</source>
        <translation>Keepalives und Pings werden nicht gesendet</translation>
    </message>
    <message>
        <source>The client&apos;s pings are not answered</source>
        <translation>Die Pings des Clients werden nicht beantwortet</translation>
    </message>
    <message>
        <source>A WebSocket is closed with a code</source>
        <translation>Ein WebSocket wird mit einem Code geschlossen</translation>
    </message>
    <message>
        <source>The client gets octets that break its protocol</source>
        <translation>Der Client bekommt Oktette, die sein Protokoll verletzen</translation>
    </message>
    <message>
        <source>The client&apos;s token is over</source>
        <translation>Das Token des Clients ist abgelaufen</translation>
    </message>
    <message>
        <source>The store forgets its oldest events</source>
        <translation>Der Speicher vergisst seine ältesten Ereignisse</translation>
    </message>
    <message>
        <source>The hub restarts</source>
        <translation>Der Hub startet neu</translation>
    </message>
    <message>
        <source>Throttle to 1 KiB/s</source>
        <translation>Drosseln auf 1 KiB/s</translation>
    </message>
    <message>
        <source>All that passes trickles, until removed</source>
        <translation>Alles kommt nur tröpfelnd durch, bis die Regel entfernt ist</translation>
    </message>
    <message>
        <source>NOUNS_IN_LOWER_CASE</source>
        <comment>NOUNS_WITH_CAPITAL where a sentence has them so, as in German</comment>
        <translation>NOUNS_WITH_CAPITAL</translation>
    </message>
</context>
<context>
    <name>pushscope::FaultsModel</name>
    <message>
        <source>Whom</source>
        <translation>Wen</translation>
    </message>
    <message>
        <source>Which clients it concerns</source>
        <translation>Welche Clients sie betrifft</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>What it breaks</source>
        <translation>Was sie stört</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>From when, for how long, how likely</source>
        <translation>Ab wann, wie lange, wie wahrscheinlich</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>How often it has acted</source>
        <translation>Wie oft sie gewirkt hat</translation>
    </message>
    <message>
        <source>Ends in</source>
        <translation>Endet in</translation>
    </message>
    <message>
        <source>When it is removed by itself</source>
        <translation>Wann sie von selbst entfernt wird</translation>
    </message>
</context>
<context>
    <name>pushscope::FaultsPane</name>
    <message>
        <source>rule %1: %2</source>
        <translation>Regel %1: %2</translation>
    </message>
    <message>
        <source>Fault rules at work</source>
        <translation>Wirkende Störungsregeln</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Fault rules</source>
        <translation>Störungsregeln</translation>
    </message>
    <message>
        <source>&amp;Set rule</source>
        <translation>&amp;Regel setzen</translation>
    </message>
    <message>
        <source>Common faults</source>
        <translation>Häufige Störungen</translation>
    </message>
    <message>
        <source>Set one for everyone</source>
        <translation>Eine für alle setzen</translation>
    </message>
    <message>
        <source>%1. For everyone.</source>
        <translation>%1. Für alle.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove the selected rules (Del)</source>
        <translation>Die ausgewählten Regeln entfernen (Entf)</translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation>Alle entfernen</translation>
    </message>
    <message>
        <source>Remove every rule</source>
        <translation>Jede Regel entfernen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern …</translation>
    </message>
    <message>
        <source>Write the rules to a file</source>
        <translation>Die Regeln in eine Datei schreiben</translation>
    </message>
    <message>
        <source>Load…</source>
        <translation>Laden …</translation>
    </message>
    <message>
        <source>Set the rules of a file, beside those that there are</source>
        <translation>Die Regeln einer Datei setzen, neben denen, die es gibt</translation>
    </message>
    <message>
        <source>Rule editor</source>
        <translation>Regel-Editor</translation>
    </message>
    <message>
        <source>Set the rule that stands here (Ctrl+Return)</source>
        <translation>Die hier stehende Regel setzen (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>Activate a rule to put it into the editor</source>
        <translation>Eine Regel aktivieren, um sie in den Editor zu holen</translation>
    </message>
    <message>
        <source>No fault is at work. Take a common one above, or write one in the editor.</source>
        <translation>Keine Störung wirkt. Nimm oben eine häufige, oder schreibe eine im Editor.</translation>
    </message>
    <message>
        <source>%1 (Ctrl+Z)</source>
        <translation>%1 (Strg+Z)</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>Nichts zurückzunehmen</translation>
    </message>
    <message>
        <source>Save fault rules</source>
        <translation>Störungsregeln speichern</translation>
    </message>
    <message>
        <source>Fault rules (*.json);;All files (*)</source>
        <translation>Störungsregeln (*.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Load fault rules</source>
        <translation>Störungsregeln laden</translation>
    </message>
    <message numerus="yes">
        <source>✔ %Ln rule(s) saved to %1.</source>
        <translation>
            <numerusform>✔ %Ln Regel nach %1 gespeichert.</numerusform>
            <numerusform>✔ %Ln Regeln nach %1 gespeichert.</numerusform>
        </translation>
    </message>
    <message>
        <source>✖ %1 could not be written: %2</source>
        <translation>✖ %1 konnte nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>✖ %1 could not be read: %2</source>
        <translation>✖ %1 konnte nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>✖ %1 is too large for a list of fault rules.</source>
        <translation>✖ %1 ist zu groß für eine Liste von Störungsregeln.</translation>
    </message>
    <message>
        <source>✖ Nothing was set from %1: %2</source>
        <translation>✖ Aus %1 wurde nichts gesetzt: %2</translation>
    </message>
    <message>
        <source>%1 has no rule.</source>
        <translation>%1 hat keine Regel.</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>Störungen</translation>
    </message>
    <message>
        <source>No fault is at work.</source>
        <translation>Keine Störung wirkt.</translation>
    </message>
    <message>
        <source>Set the fault of the editor</source>
        <translation>Die Störung des Editors setzen</translation>
    </message>
    <message>
        <source>Remove the selected faults</source>
        <translation>Die gewählten Störungen entfernen</translation>
    </message>
</context>
<context>
    <name>pushscope::FieldsModel</name>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>What it is called</source>
        <translation>Wie es heißt</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Was es ist</translation>
    </message>
</context>
<context>
    <name>pushscope::FiguresModel</name>
    <message>
        <source>Protocol</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>How clients are connected</source>
        <translation>Wie Clients verbunden sind</translation>
    </message>
    <message>
        <source>Events/s</source>
        <translation>Ereignisse/s</translation>
    </message>
    <message>
        <source>Events written to clients per second</source>
        <translation>An Clients geschriebene Ereignisse je Sekunde</translation>
    </message>
    <message>
        <source>Bytes/s</source>
        <translation>Bytes/s</translation>
    </message>
    <message>
        <source>Octets written to clients per second</source>
        <translation>An Clients geschriebene Oktette je Sekunde</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Connections open</source>
        <translation>Offene Verbindungen</translation>
    </message>
    <message>
        <source>p50, ms</source>
        <translation>p50, ms</translation>
    </message>
    <message>
        <source>Half of all deliveries were faster</source>
        <translation>Die Hälfte aller Zustellungen war schneller</translation>
    </message>
    <message>
        <source>p95, ms</source>
        <translation>p95, ms</translation>
    </message>
    <message>
        <source>95 % of all deliveries were faster</source>
        <translation>95 % aller Zustellungen waren schneller</translation>
    </message>
    <message>
        <source>p99, ms</source>
        <translation>p99, ms</translation>
    </message>
    <message>
        <source>99 % of all deliveries were faster</source>
        <translation>99 % aller Zustellungen waren schneller</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>Queues, bytes</source>
        <translation>Schlangen, Bytes</translation>
    </message>
    <message>
        <source>Octets that wait in the hub until clients read</source>
        <translation>Oktette, die im Hub warten, bis Clients lesen</translation>
    </message>
</context>
<context>
    <name>pushscope::FileExportDialog</name>
    <message>
        <source>&amp;Redact tokens, cookies and secrets</source>
        <translation>Token, Cookies und Geheimnisse &amp;schwärzen</translation>
    </message>
    <message>
        <source>Replaces what would let a reader of the file connect or publish as somebody else by “…”</source>
        <translation>Ersetzt durch „…“, womit ein Leser der Datei sich als jemand anderes verbinden oder veröffentlichen könnte</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Durchsuchen …</translation>
    </message>
    <message>
        <source>Browse for the export file</source>
        <translation>Nach der Exportdatei suchen</translation>
    </message>
    <message>
        <source>F&amp;ormat:</source>
        <translation>F&amp;ormat:</translation>
    </message>
    <message>
        <source>&amp;File:</source>
        <translation>&amp;Datei:</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportieren</translation>
    </message>
    <message>
        <source>Name a file.</source>
        <translation>Nenne eine Datei.</translation>
    </message>
    <message>
        <source>This is a folder: add the name of a file.</source>
        <translation>Das ist ein Ordner: füge den Namen einer Datei an.</translation>
    </message>
    <message>
        <source>There is no folder %1.</source>
        <translation>Es gibt keinen Ordner %1.</translation>
    </message>
    <message>
        <source>The folder %1 may not be written to.</source>
        <translation>In den Ordner %1 darf nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The file exists and will be replaced once the export is complete.</source>
        <translation>Die Datei gibt es schon; sie wird ersetzt, sobald der Export vollständig ist.</translation>
    </message>
    <message>
        <source>Files of this form (*.%1);;All files (*)</source>
        <translation>Dateien dieser Form (*.%1);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>pushscope::FilterBar</name>
    <message>
        <source>Filter %1</source>
        <translation>%1 filtern</translation>
    </message>
    <message>
        <source>Clear the filter of %1</source>
        <translation>Filter leeren: %1</translation>
    </message>
    <message>
        <source>Words, or a condition like %1 == …
Fields: %2
Operators: == != &lt; &lt;= &gt; &gt;= =~ contains &amp;&amp; || ! ( )</source>
        <translation>Wörter, oder eine Bedingung wie %1 == …
Felder: %2
Operatoren: == != &lt; &lt;= &gt; &gt;= =~ contains &amp;&amp; || ! ( )</translation>
    </message>
    <message>
        <source>Filter error</source>
        <translation>Fehler im Filter</translation>
    </message>
    <message>
        <source>Column %1: %2</source>
        <translation>Spalte %1: %2</translation>
    </message>
    <message>
        <source>Go to the filter of the pane</source>
        <translation>Zum Filter des Bereichs gehen</translation>
    </message>
    <message>
        <source>Find in the pane</source>
        <translation>Im Bereich suchen</translation>
    </message>
    <message>
        <source>%1 of %2 hidden</source>
        <translation>%1 von %2 verborgen</translation>
    </message>
</context>
<context>
    <name>pushscope::FilterEdit</name>
    <message>
        <source>Proposals</source>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Filter leeren</translation>
    </message>
</context>
<context>
    <name>pushscope::FilteredTable</name>
    <message>
        <source>Filter by words or a condition</source>
        <translation>Nach Wörtern oder einer Bedingung filtern</translation>
    </message>
</context>
<context>
    <name>pushscope::FindBar</name>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Find in the session</source>
        <translation>In der Sitzung suchen</translation>
    </message>
    <message>
        <source>Words in any row of the session; or: kind == event &amp;&amp; len &gt; 1KiB</source>
        <translation>Wörter in irgendeiner Zeile der Sitzung; oder: kind == event &amp;&amp; len &gt; 1KiB</translation>
    </message>
    <message>
        <source>Find in all rows</source>
        <translation>In allen Zeilen suchen</translation>
    </message>
    <message>
        <source>Searched</source>
        <translation>Durchsucht</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>Voriger Treffer</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Stop searching</source>
        <translation>Suche anhalten</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>Suche schließen</translation>
    </message>
    <message>
        <source>Wrong at column %1: %2</source>
        <translation>Falsch in Spalte %1: %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln hit(s)</source>
        <translation>
            <numerusform>%Ln Treffer</numerusform>
            <numerusform>%Ln Treffer</numerusform>
        </translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Es wird gesucht …</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>%1 (stopped)</source>
        <translation>%1 (angehalten)</translation>
    </message>
    <message>
        <source>%1 (there may be more)</source>
        <translation>%1 (es kann mehr geben)</translation>
    </message>
</context>
<context>
    <name>pushscope::FindingText</name>
    <message>
        <source>comes back without a cursor</source>
        <translation>kommt ohne Cursor wieder</translation>
    </message>
    <message>
        <source>Events were due while it was away, and it did not say which one it has last. The hub can&apos;t know where to go on, so they are lost to it.</source>
        <translation>Während er fort war, standen ihm Ereignisse zu, und er sagte nicht, welches er zuletzt hat. Der Hub kann nicht wissen, wo es weitergeht; sie sind für ihn verloren.</translation>
    </message>
    <message>
        <source>Keep the id of the last event in a place that outlives the connection and send it when you come back: lastEventId in the query of an EventSource that you make anew or of a WebSocket, cursor of a poll. A browser&apos;s EventSource does it by itself only as long as it is the same object.</source>
        <translation>Bewahre die Id des letzten Ereignisses an einem Ort auf, der die Verbindung überlebt, und sende sie beim Wiederkommen: lastEventId in der Query einer neu gemachten EventSource oder eines WebSockets, cursor bei einem Poll. Die EventSource eines Browsers tut es von selbst nur, solange es dasselbe Objekt ist.</translation>
    </message>
    <message>
        <source>its cursor stands still</source>
        <translation>sein Cursor steht still</translation>
    </message>
    <message>
        <source>It comes back with the same or an older cursor though it got events meanwhile, and so gets them again each time.</source>
        <translation>Er kommt mit demselben oder einem älteren Cursor wieder, obwohl er inzwischen Ereignisse bekam, und bekommt sie so jedes Mal noch einmal.</translation>
    </message>
    <message>
        <source>Move the cursor with every event, not only when the page loads; with polling, take the cursor from each answer. Look for a cursor that a closure or a component captured once.</source>
        <translation>Setze den Cursor mit jedem Ereignis weiter, nicht nur beim Laden der Seite; beim Polling nimm ihn aus jeder Antwort. Suche nach einem Cursor, den eine Closure oder Komponente einmal festgehalten hat.</translation>
    </message>
    <message>
        <source>asks again for what it has</source>
        <translation>fragt noch einmal nach dem, was er hat</translation>
    </message>
    <message>
        <source>It acknowledged events and then presented a cursor before them: it will handle them twice.</source>
        <translation>Er bestätigte Ereignisse und nannte dann einen Cursor davor: er wird sie zweimal verarbeiten.</translation>
    </message>
    <message>
        <source>Store the cursor before you acknowledge, in one step with the work that an event causes. Ignore ids that are not greater than the last one handled.</source>
        <translation>Speichere den Cursor vor dem Bestätigen, in einem Schritt mit der Arbeit, die ein Ereignis auslöst. Übergehe Ids, die nicht größer sind als die zuletzt verarbeitete.</translation>
    </message>
    <message>
        <source>comes back too hard</source>
        <translation>kommt zu heftig wieder</translation>
    </message>
    <message>
        <source>It retries at a fixed, short pace, or with pauses that are the same for everybody. After an outage many such clients hold the server down.</source>
        <translation>Er versucht es in festem, kurzem Takt, oder mit Pausen, die für alle gleich sind. Nach einem Ausfall halten viele solche Clients den Server am Boden.</translation>
    </message>
    <message>
        <source>Wait random(0, min(cap, base × 2ⁿ)) before try n, with a base of about 1 s and a cap of about 30 s, and start over only after a connection that lasted. Heed “retry:” and Retry-After.</source>
        <translation>Warte random(0, min(Grenze, Basis × 2ⁿ)) vor Versuch n, mit einer Basis von etwa 1 s und einer Grenze von etwa 30 s, und beginne erst nach einer Verbindung von vorn, die gehalten hat. Beachte „retry:“ und Retry-After.</translation>
    </message>
    <message>
        <source>all come back at once</source>
        <translation>alle kommen zugleich wieder</translation>
    </message>
    <message>
        <source>Most of the clients that were cut came back within 100 ms of each other. With real numbers that is a load that the server may not survive.</source>
        <translation>Die meisten der getrennten Clients kamen innerhalb von 100 ms wieder. Mit echten Zahlen ist das eine Last, die der Server vielleicht nicht übersteht.</translation>
    </message>
    <message>
        <source>Spread the first try too: wait a random part of some seconds before it. Drain a server with a spread “retry:” instead of dropping all of its clients.</source>
        <translation>Verteile auch den ersten Versuch: warte davor einen zufälligen Teil einiger Sekunden. Leere einen Server mit gestreutem „retry:“, statt alle seine Clients fallen zu lassen.</translation>
    </message>
    <message>
        <source>answers no ping</source>
        <translation>beantwortet keinen Ping</translation>
    </message>
    <message>
        <source>It reads, but never answers a WebSocket ping. Servers take such a client for dead and drop it.</source>
        <translation>Er liest, beantwortet aber nie einen WebSocket-Ping. Server halten so einen Client für tot und trennen ihn.</translation>
    </message>
    <message>
        <source>Answer each Ping frame with a Pong of the same data (RFC 6455 §5.5.3). Browsers and libraries do so; look for a hand-made frame loop, or a proxy that swallows control frames.</source>
        <translation>Beantworte jeden Ping-Frame mit einem Pong derselben Daten (RFC 6455 §5.5.3). Browser und Bibliotheken tun das; suche nach einer selbstgemachten Frame-Schleife, oder einem Proxy, der Kontroll-Frames verschluckt.</translation>
    </message>
    <message>
        <source>reads too slowly</source>
        <translation>liest zu langsam</translation>
    </message>
    <message>
        <source>What waits for it in the hub keeps growing. At its bound the hub drops it, and it has to catch up.</source>
        <translation>Was im Hub auf ihn wartet, wächst immer weiter. An der Grenze trennt ihn der Hub, und er muss aufholen.</translation>
    </message>
    <message>
        <source>Don&apos;t do slow work where events are received: hand them over and read on. Subscribe to fewer rooms or types, or send fewer and smaller events.</source>
        <translation>Tu keine langsame Arbeit dort, wo Ereignisse ankommen: reiche sie weiter und lies weiter. Abonniere weniger Räume oder Typen, oder sende weniger und kleinere Ereignisse.</translation>
    </message>
    <message>
        <source>leaves old connections open</source>
        <translation>lässt alte Verbindungen offen</translation>
    </message>
    <message>
        <source>One client holds two live connections: it opened a new one without closing the old one, and gets each event twice.</source>
        <translation>Ein Client hält zwei lebende Verbindungen: er öffnete eine neue, ohne die alte zu schließen, und bekommt jedes Ereignis zweimal.</translation>
    </message>
    <message>
        <source>Call close() on the EventSource or WebSocket before you make another, and when the component that made it goes. In React: return the close from the effect.</source>
        <translation>Rufe close() an der EventSource oder dem WebSocket auf, bevor du eine neue machst, und wenn die Komponente geht, die sie machte. In React: gib das Schließen aus dem Effekt zurück.</translation>
    </message>
    <message>
        <source>a browser has no connection left</source>
        <translation>ein Browser hat keine Verbindung mehr frei</translation>
    </message>
    <message>
        <source>Browsers open six HTTP/1.1 connections to one origin, for all tabs together. Streams hold all of them, so that every other request to it waits.</source>
        <translation>Browser öffnen sechs HTTP/1.1-Verbindungen zu einem Ursprung, für alle Tabs zusammen. Streams halten alle davon, sodass jede andere Anfrage dorthin wartet.</translation>
    </message>
    <message>
        <source>Serve HTTP/2, which needs one connection; or share one stream between the tabs with a SharedWorker or a BroadcastChannel; or use a WebSocket, which has a limit of its own.</source>
        <translation>Biete HTTP/2 an, das eine Verbindung braucht; oder teile einen Stream zwischen den Tabs mit einem SharedWorker oder BroadcastChannel; oder nimm einen WebSocket, der eine eigene Grenze hat.</translation>
    </message>
    <message>
        <source>waits between two polls</source>
        <translation>wartet zwischen zwei Polls</translation>
    </message>
    <message>
        <source>With long polling the hub does the waiting. A pause of the client&apos;s own is added to the latency of every event that falls into it.</source>
        <translation>Beim Long Polling wartet der Hub. Eine eigene Pause des Clients kommt zur Verzögerung jedes Ereignisses hinzu, das hineinfällt.</translation>
    </message>
    <message>
        <source>Poll again as soon as an answer is there; pause only after a failure. Look for a setInterval around the poll.</source>
        <translation>Frage wieder, sobald eine Antwort da ist; pausiere nur nach einem Fehler. Suche nach einem setInterval um den Poll.</translation>
    </message>
    <message>
        <source>gives a poll up too soon</source>
        <translation>gibt einen Poll zu früh auf</translation>
    </message>
    <message>
        <source>It ends its polls before the hub answers them, again and again: requests without a use, and events that are written to nobody.</source>
        <translation>Er beendet seine Polls immer wieder, bevor der Hub antwortet: Anfragen ohne Nutzen, und Ereignisse, die an niemanden geschrieben werden.</translation>
    </message>
    <message>
        <source>Let the client wait some seconds longer than the hub: raise its timeout, or ask the hub for a shorter one with timeout= in the query. Look at proxies between them too.</source>
        <translation>Lass den Client einige Sekunden länger warten als den Hub: erhöhe seine Zeitgrenze, oder verlange vom Hub mit timeout= in der Query eine kürzere. Sieh auch nach Proxys dazwischen.</translation>
    </message>
    <message>
        <source>tries on with a token that is no good</source>
        <translation>versucht es weiter mit einem untauglichen Token</translation>
    </message>
    <message>
        <source>It was refused with 401 and came back with the same token, again and again. It will never get in.</source>
        <translation>Er wurde mit 401 abgewiesen und kam immer wieder mit demselben Token. So kommt er nie hinein.</translation>
    </message>
    <message>
        <source>Fetch a new token after a 401 (or close code 4001) before the next try, and stop after a few. Renew a token before it expires.</source>
        <translation>Hole nach einem 401 (oder Close-Code 4001) ein neues Token vor dem nächsten Versuch, und höre nach einigen auf. Erneuere ein Token, bevor es abläuft.</translation>
    </message>
    <message>
        <source>will not come back</source>
        <translation>wird nicht wiederkommen</translation>
    </message>
    <message>
        <source>An EventSource that is answered with another status than 200, or another content type, stops for good and does not tell the user.</source>
        <translation>Eine EventSource, die mit einem anderen Status als 200 oder einem anderen Inhaltstyp beantwortet wird, hört für immer auf und sagt es dem Benutzer nicht.</translation>
    </message>
    <message>
        <source>In onerror, look at readyState: CLOSED means that you have to make a new EventSource, after a pause and with lastEventId in the query.</source>
        <translation>Sieh in onerror nach readyState: CLOSED heißt, dass du eine neue EventSource machen musst, nach einer Pause und mit lastEventId in der Query.</translation>
    </message>
    <message>
        <source>something on the way gathers what is sent</source>
        <translation>unterwegs wird gesammelt, was gesendet wird</translation>
    </message>
    <message>
        <source>Its answers come in bursts, over a second late, while the hub holds nothing back: a proxy buffers the stream.</source>
        <translation>Seine Antworten kommen in Schüben, über eine Sekunde zu spät, während der Hub nichts zurückhält: ein Proxy puffert den Strom.</translation>
    </message>
    <message>
        <source>Switch buffering off on the way: X-Accel-Buffering: no or proxy_buffering off in nginx, no compression of text/event-stream, and flush after each write in middleware.</source>
        <translation>Schalte das Puffern unterwegs ab: X-Accel-Buffering: no oder proxy_buffering off in nginx, keine Kompression von text/event-stream, und flush nach jedem Schreiben in Middleware.</translation>
    </message>
    <message>
        <source>WebSockets don&apos;t get through</source>
        <translation>WebSockets kommen nicht durch</translation>
    </message>
    <message>
        <source>Its upgrade to a WebSocket never completes, or is broken on the way: a proxy does not know it or forbids it.</source>
        <translation>Sein Upgrade zu einem WebSocket wird nie fertig oder bricht unterwegs: ein Proxy kennt es nicht oder verbietet es.</translation>
    </message>
    <message>
        <source>Use wss:, which proxies pass through unread; let your own proxy forward Upgrade and Connection; fall back to an event stream or polling after a few seconds.</source>
        <translation>Nimm wss:, das Proxys ungelesen durchlassen; lass den eigenen Proxy Upgrade und Connection weiterreichen; weiche nach einigen Sekunden auf einen Ereignisstrom oder Polling aus.</translation>
    </message>
</context>
<context>
    <name>pushscope::FindingsModel</name>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>The kind of the fault, as /api/findings names it</source>
        <translation>Die Art des Befunds, wie /api/findings sie nennt</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>With whom it is wrong</source>
        <translation>Bei wem es nicht stimmt</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Was nicht stimmt</translation>
    </message>
    <message>
        <source>In a sentence, with the figures</source>
        <translation>In einem Satz, mit den Zahlen</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>How often it was seen</source>
        <translation>Wie oft es gesehen wurde</translation>
    </message>
    <message>
        <source>First seen</source>
        <translation>Zuerst</translation>
    </message>
    <message>
        <source>When it was seen first</source>
        <translation>Wann es zuerst gesehen wurde</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>When it was seen last</source>
        <translation>Wann es zuletzt gesehen wurde</translation>
    </message>
    <message numerus="yes">
        <source>%Ln client(s)</source>
        <translation>
            <numerusform>%Ln Client</numerusform>
            <numerusform>%Ln Clients</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushscope::FindingsPane</name>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Filter by code, client or words</source>
        <translation>Nach Code, Client oder Wörtern filtern</translation>
    </message>
    <message>
        <source>The chosen finding</source>
        <translation>Der gewählte Befund</translation>
    </message>
    <message>
        <source>What it means and what to do</source>
        <translation>Was er bedeutet und was zu tun ist</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Beweis</translation>
    </message>
    <message>
        <source>About the chosen finding</source>
        <translation>Über den gewählten Befund</translation>
    </message>
    <message>
        <source>Nothing is wrong with any client, as far as it can be known.</source>
        <translation>Mit keinem Client stimmt etwas nicht, soweit man es wissen kann.</translation>
    </message>
    <message>
        <source>Choose a finding to see what it means and what proves it.</source>
        <translation>Wähle einen Befund, um zu sehen, was er bedeutet und was ihn beweist.</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1: %2.&lt;/b&gt; %3</source>
        <translation>&lt;b&gt;%1: %2.&lt;/b&gt; %3</translation>
    </message>
    <message>
        <source>&lt;p&gt;%1&lt;/p&gt;&lt;p&gt;&lt;b&gt;What to do:&lt;/b&gt; %2&lt;/p&gt;</source>
        <translation>&lt;p&gt;%1&lt;/p&gt;&lt;p&gt;&lt;b&gt;Was zu tun ist:&lt;/b&gt; %2&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>pushscope::FirstRun</name>
    <message>
        <source>Open &amp;test page</source>
        <translation>&amp;Testseite öffnen</translation>
    </message>
    <message>
        <source>S&amp;pawn simulated clients</source>
        <translation>&amp;Simulierte Clients starten</translation>
    </message>
    <message>
        <source>Start &amp;hub</source>
        <translation>&amp;Hub starten</translation>
    </message>
    <message>
        <source>No clients yet</source>
        <translation>Noch keine Clients</translation>
    </message>
    <message>
        <source>Hub address</source>
        <translation>Adresse des Hubs</translation>
    </message>
    <message>
        <source>Opens a page in the browser that listens over all three protocols and logs what arrives</source>
        <translation>Öffnet eine Seite im Browser, die über alle drei Protokolle hört und zeigt, was ankommt</translation>
    </message>
    <message>
        <source>Adds clients that live in this program and connect over real sockets</source>
        <translation>Fügt Clients hinzu, die in diesem Programm leben und sich über echte Sockets verbinden</translation>
    </message>
    <message>
        <source>Ways to connect</source>
        <translation>Wege, sich zu verbinden</translation>
    </message>
    <message>
        <source>EventSource</source>
        <translation>EventSource</translation>
    </message>
    <message>
        <source>Paste into a browser&apos;s console: an event stream. The browser reconnects by itself and says which event it saw last.</source>
        <translation>In die Konsole eines Browsers einfügen: ein Ereignisstrom. Der Browser kommt von selbst wieder und sagt, welches Ereignis er zuletzt sah.</translation>
    </message>
    <message>
        <source>WebSocket</source>
        <translation>WebSocket</translation>
    </message>
    <message>
        <source>Paste into a browser&apos;s console: a socket that comes back with growing, random pauses and resumes at its cursor.</source>
        <translation>In die Konsole eines Browsers einfügen: ein Socket, der mit wachsenden, zufälligen Pausen wiederkommt und an seinem Cursor weitermacht.</translation>
    </message>
    <message>
        <source>Long polling</source>
        <translation>Long Polling</translation>
    </message>
    <message>
        <source>Paste into a browser&apos;s console: one request after the other; each waits until something happens.</source>
        <translation>In die Konsole eines Browsers einfügen: eine Anfrage nach der anderen; jede wartet, bis etwas geschieht.</translation>
    </message>
    <message>
        <source>curl</source>
        <translation>curl</translation>
    </message>
    <message>
        <source>Paste into a shell: prints the bytes of the event stream as they arrive. Ctrl+C leaves.</source>
        <translation>In eine Shell einfügen: zeigt die Bytes des Ereignisstroms, wie sie ankommen. Strg+C beendet.</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Paste into a shell: sends an event to everybody in the room “lobby”, as your app&apos;s back end would.</source>
        <translation>In eine Shell einfügen: sendet ein Ereignis an alle im Raum „lobby“, wie es das Backend deiner App täte.</translation>
    </message>
    <message>
        <source>%1 snippet</source>
        <translation>Code für %1</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy %1 snippet</source>
        <translation>Code für %1 kopieren</translation>
    </message>
    <message>
        <source>Waiting for the first client</source>
        <translation>Warten auf den ersten Client</translation>
    </message>
    <message>
        <source>No hub runs</source>
        <translation>Kein Hub läuft</translation>
    </message>
    <message>
        <source>The hub listens on %1. Connect your app, or take one of these:</source>
        <translation>Der Hub hört auf %1. Verbinde deine App, oder nimm eines davon:</translation>
    </message>
    <message>
        <source>Start one, then point your app at it.</source>
        <translation>Starte einen, dann richte deine App darauf.</translation>
    </message>
    <message>
        <source>Open a session…</source>
        <translation>Sitzung öffnen …</translation>
    </message>
    <message>
        <source>Shows a recorded session, or a log of JSON lines or a HAR, in a window of its own</source>
        <translation>Zeigt eine aufgezeichnete Sitzung, ein Protokoll aus JSON-Zeilen oder eine HAR-Datei in einem eigenen Fenster</translation>
    </message>
</context>
<context>
    <name>pushscope::FramesModel</name>
    <message>
        <source>Frame</source>
        <translation>Frame</translation>
    </message>
    <message>
        <source>Its number since the client was selected</source>
        <translation>Seine Nummer, seit der Client gewählt ist</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>When it passed</source>
        <translation>Wann er durchkam</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>To the client or from it</source>
        <translation>Zum Client oder von ihm</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Whose frame it is: of HTTP/2 or of the WebSocket</source>
        <translation>Wessen Frame es ist: von HTTP/2 oder vom WebSocket</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>As RFC 9113 or RFC 6455 calls it</source>
        <translation>Wie RFC 9113 oder RFC 6455 ihn nennt</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>Flags</translation>
    </message>
    <message>
        <source>Those that are set</source>
        <translation>Die gesetzten</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>Stream</translation>
    </message>
    <message>
        <source>Of HTTP/2; 0 is the connection</source>
        <translation>Von HTTP/2; 0 ist die Verbindung</translation>
    </message>
    <message>
        <source>Length, bytes</source>
        <translation>Länge, Bytes</translation>
    </message>
    <message>
        <source>Of its payload</source>
        <translation>Seines Inhalts</translation>
    </message>
    <message>
        <source>type %1</source>
        <translation>Typ %1</translation>
    </message>
    <message>
        <source>opcode %1</source>
        <translation>Opcode %1</translation>
    </message>
    <message>
        <source>→ out</source>
        <translation>→ aus</translation>
    </message>
    <message>
        <source>← in</source>
        <translation>← ein</translation>
    </message>
</context>
<context>
    <name>pushscope::FramesView</name>
    <message>
        <source>About the frames</source>
        <translation>Über die Frames</translation>
    </message>
    <message>
        <source>Frames of the client</source>
        <translation>Frames des Clients</translation>
    </message>
    <message>
        <source>Select a client to see its frames.</source>
        <translation>Einen Client wählen, um seine Frames zu sehen.</translation>
    </message>
    <message>
        <source>The frames of %1&apos;s connection from %2, of all its streams, from now on.</source>
        <translation>Die Frames der Verbindung von %1 aus %2, aller ihrer Streams, von jetzt an.</translation>
    </message>
    <message>
        <source>The frames of %1 from now on.</source>
        <translation>Die Frames von %1 von jetzt an.</translation>
    </message>
    <message>
        <source>%1 speaks HTTP/1.1, which has no frames.</source>
        <translation>%1 spricht HTTP/1.1, das keine Frames hat.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln frame(s) came too fast to be shown.</source>
        <translation>
            <numerusform>%Ln Frame kam zu schnell, um gezeigt zu werden.</numerusform>
            <numerusform>%Ln Frames kamen zu schnell, um gezeigt zu werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Frames are seen while the hub runs; they are not recorded.</source>
        <translation>Frames sind zu sehen, solange der Hub läuft; aufgezeichnet werden sie nicht.</translation>
    </message>
</context>
<context>
    <name>pushscope::InjectPane</name>
    <message>
        <source>Sent in this session</source>
        <translation>In dieser Sitzung gesendet</translation>
    </message>
    <message>
        <source>&amp;Send</source>
        <translation>&amp;Senden</translation>
    </message>
    <message>
        <source>St&amp;op</source>
        <translation>An&amp;halten</translation>
    </message>
    <message>
        <source>Activate a row to put it into the composer again</source>
        <translation>Eine Zeile aktivieren, um sie wieder in den Editor zu holen</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Sent so far</source>
        <translation>Bisher gesendet</translation>
    </message>
    <message>
        <source>How many times</source>
        <translation>Wie viele Male</translation>
    </message>
    <message>
        <source>Every how many ms</source>
        <translation>Alle wie viele ms</translation>
    </message>
    <message>
        <source>Send (Ctrl+Return)</source>
        <translation>Senden (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>Stop sending (Esc)</source>
        <translation>Senden anhalten (Esc)</translation>
    </message>
    <message>
        <source>&amp;Repeat</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source>every</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>at a rate of</source>
        <translation>mit einer Rate von</translation>
    </message>
    <message>
        <source>at random, on average</source>
        <translation>zufällig, im Mittel</translation>
    </message>
    <message>
        <source>At random: the gaps are those of a Poisson process</source>
        <translation>Zufällig: die Abstände sind die eines Poisson-Prozesses</translation>
    </message>
    <message>
        <source>How many per second</source>
        <translation>Wie viele je Sekunde</translation>
    </message>
    <message>
        <source> /s</source>
        <translation> /s</translation>
    </message>
    <message>
        <source>ti&amp;mes,</source>
        <translation>&amp;mal,</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>Datei …</translation>
    </message>
    <message>
        <source>File of events</source>
        <translation>Datei mit Ereignissen</translation>
    </message>
    <message>
        <source>Send the events of a file of JSON lines, at their own times where they have some</source>
        <translation>Die Ereignisse einer Datei aus JSON-Zeilen senden, zu ihren eigenen Zeiten, wo sie welche haben</translation>
    </message>
    <message>
        <source>Events to send</source>
        <translation>Zu sendende Ereignisse</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl *.ndjson);;All files (*)</source>
        <translation>JSON-Zeilen (*.jsonl *.ndjson);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>✖ %1 can&apos;t be sent: %2</source>
        <translation>✖ %1 kann nicht gesendet werden: %2</translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln event(s)</source>
        <translation>
            <numerusform>%1: %Ln Ereignis</numerusform>
            <numerusform>%1: %Ln Ereignisse</numerusform>
        </translation>
    </message>
    <message>
        <source>Without the file</source>
        <translation>Ohne die Datei</translation>
    </message>
    <message>
        <source>Send the event in Inject</source>
        <translation>Das Ereignis unter Senden senden</translation>
    </message>
    <message>
        <source>Stop sending</source>
        <translation>Senden anhalten</translation>
    </message>
    <message>
        <source>✖ Not sent: %1</source>
        <translation>✖ Nicht gesendet: %1</translation>
    </message>
    <message>
        <source>%1 of %2 sent. Last: %3</source>
        <translation>%1 von %2 gesendet. Zuletzt: %3</translation>
    </message>
    <message>
        <source>All: %1; answered in %2 (p50), %3 (p99).</source>
        <translation>Alle: %1; beantwortet in %2 (p50), %3 (p99).</translation>
    </message>
    <message>
        <source>%1 %2 (p50), %3 (p99)</source>
        <translation>%1 %2 (p50), %3 (p99)</translation>
    </message>
    <message>
        <source>To the last write: %1.</source>
        <translation>Bis zum letzten Schreiben: %1.</translation>
    </message>
    <message numerus="yes">
        <source>Stopped after %Ln event(s).</source>
        <translation>
            <numerusform>Nach %Ln Ereignis angehalten.</numerusform>
            <numerusform>Nach %Ln Ereignissen angehalten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Inject</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>No hub runs that could send: start it first.</source>
        <translation>Es läuft kein Hub, der senden könnte: erst starten.</translation>
    </message>
</context>
<context>
    <name>pushscope::InspectorPane</name>
    <message>
        <source>The selected client</source>
        <translation>Der ausgewählte Client</translation>
    </message>
    <message>
        <source>Select a client to see all that is known of it.</source>
        <translation>Wähle einen Client, um alles zu sehen, was von ihm bekannt ist.</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Wire</source>
        <translation>Leitung</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>The selected event</source>
        <translation>Das ausgewählte Ereignis</translation>
    </message>
    <message>
        <source>Data as a tree</source>
        <translation>Daten als Baum</translation>
    </message>
    <message>
        <source>Data as it was sent</source>
        <translation>Daten, wie sie gesendet wurden</translation>
    </message>
    <message>
        <source>ephemeral, no id</source>
        <translation>flüchtig, ohne Id</translation>
    </message>
    <message>
        <source>%1 · to %2 · type %3 · %4 bytes</source>
        <translation>%1 · an %2 · Typ %3 · %4 Bytes</translation>
    </message>
    <message>
        <source>Select an event to see its data and its bytes on the wire.</source>
        <translation>Wähle ein Ereignis, um seine Daten und seine Bytes auf der Leitung zu sehen.</translation>
    </message>
    <message>
        <source>%1 · type %2</source>
        <translation>%1 · Typ %2</translation>
    </message>
    <message>
        <source>This row has left the journal.</source>
        <translation>Diese Zeile hat das Journal verlassen.</translation>
    </message>
    <message>
        <source>The event %1 is not among those kept in the window.</source>
        <translation>Das Ereignis %1 ist nicht unter denen, die das Fenster behält.</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>About the difference</source>
        <translation>Über den Unterschied</translation>
    </message>
    <message>
        <source>Difference from the event before</source>
        <translation>Unterschied zum Ereignis davor</translation>
    </message>
    <message>
        <source>About the deliveries</source>
        <translation>Über die Zustellungen</translation>
    </message>
    <message>
        <source>Deliveries of the event</source>
        <translation>Zustellungen des Ereignisses</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Zustellung</translation>
    </message>
    <message>
        <source>Select an event to compare it with the one before of its type.</source>
        <translation>Wähle ein Ereignis, um es mit dem vorigen seines Typs zu vergleichen.</translation>
    </message>
    <message>
        <source>No event of type %1 before this one is kept in the window.</source>
        <translation>Das Fenster behält kein Ereignis des Typs %1 vor diesem.</translation>
    </message>
    <message>
        <source>data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>The same data as %1, the event before of its type.</source>
        <translation>Dieselben Daten wie %1, das vorige Ereignis seines Typs.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) since %1, the event before of its type.</source>
        <translation>
            <numerusform>%Ln Änderung seit %1, dem vorigen Ereignis seines Typs.</numerusform>
            <numerusform>%Ln Änderungen seit %1, dem vorigen Ereignis seines Typs.</numerusform>
        </translation>
    </message>
    <message>
        <source>Select a stored event to see who got it.</source>
        <translation>Wähle ein gespeichertes Ereignis, um zu sehen, wer es bekam.</translation>
    </message>
    <message>
        <source>↻ replayed</source>
        <translation>↻ nachgeliefert</translation>
    </message>
    <message>
        <source>live</source>
        <translation>live</translation>
    </message>
    <message>
        <source>%1 after it was taken</source>
        <translation>%1 nach der Annahme</translation>
    </message>
    <message>
        <source>✖ not yet: it is away</source>
        <translation>✖ noch nicht: er ist fort</translation>
    </message>
    <message>
        <source>– not seen: it came later, or too many are connected</source>
        <translation>– nicht gesehen: er kam später, oder zu viele sind verbunden</translation>
    </message>
    <message>
        <source>No single delivery of it is known: the journal has them one by one for up to 64 clients.</source>
        <translation>Keine einzelne Zustellung ist bekannt: das Journal hat sie bei bis zu 64 Clients einzeln.</translation>
    </message>
    <message numerus="yes">
        <source>Written to %Ln client(s).</source>
        <translation>
            <numerusform>An %Ln Client geschrieben.</numerusform>
            <numerusform>An %Ln Clients geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>What is inspected</source>
        <translation>Was untersucht wird</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>Frames</translation>
    </message>
    <message>
        <source>Diff</source>
        <translation>Diff</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>acknowledged %1 later</source>
        <translation>%1 später bestätigt</translation>
    </message>
</context>
<context>
    <name>pushscope::JournalNotes</name>
    <message>
        <source>%1 rows skipped</source>
        <translation>%1 Zeilen übersprungen</translation>
    </message>
    <message>
        <source>Skipped: the hub&apos;s journal turned over before the window took these rows.</source>
        <translation>Übersprungen: das Journal des Hubs lief um, bevor das Fenster diese Zeilen holte.</translation>
    </message>
    <message>
        <source>%1 older dropped</source>
        <translation>%1 ältere verworfen</translation>
    </message>
    <message>
        <source>Dropped: this table keeps the newest rows only.</source>
        <translation>Verworfen: diese Tabelle behält nur die neuesten Zeilen.</translation>
    </message>
</context>
<context>
    <name>pushscope::JsonEditor</name>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>Zeile %1, Spalte %2: %3</translation>
    </message>
    <message>
        <source>Folds and unfolds what begins in this line</source>
        <translation>Klappt zu und auf, was in dieser Zeile beginnt</translation>
    </message>
    <message>
        <source>Fold or unfold at the cursor</source>
        <translation>Beim Cursor zu- oder aufklappen</translation>
    </message>
    <message>
        <source>Unfold everything</source>
        <translation>Alles aufklappen</translation>
    </message>
    <message numerus="yes">
        <source>… %Ln line(s)</source>
        <translation>
            <numerusform>… %Ln Zeile</numerusform>
            <numerusform>… %Ln Zeilen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushscope::JsonText</name>
    <message>
        <source>nothing may follow the value</source>
        <translation>nach dem Wert darf nichts folgen</translation>
    </message>
    <message>
        <source>%1, but the text ends here</source>
        <translation>%1, aber hier endet der Text</translation>
    </message>
    <message>
        <source>nested deeper than %1</source>
        <translation>tiefer geschachtelt als %1</translation>
    </message>
    <message>
        <source>a comma or } must follow</source>
        <translation>ein Komma oder } muss folgen</translation>
    </message>
    <message>
        <source>a comma or ] must follow</source>
        <translation>ein Komma oder ] muss folgen</translation>
    </message>
    <message>
        <source>a name in quotes is expected</source>
        <translation>ein Name in Anführungszeichen wird erwartet</translation>
    </message>
    <message>
        <source>a colon must follow the name</source>
        <translation>dem Namen muss ein Doppelpunkt folgen</translation>
    </message>
    <message>
        <source>a string may not hold a line break or control character: write \n and the like</source>
        <translation>eine Zeichenkette darf keinen Zeilenumbruch und kein Steuerzeichen enthalten: schreibe \n und dergleichen</translation>
    </message>
    <message>
        <source>the string must be closed by a quote</source>
        <translation>die Zeichenkette muss mit einem Anführungszeichen enden</translation>
    </message>
    <message>
        <source>no such escape</source>
        <translation>so eine Maskierung gibt es nicht</translation>
    </message>
    <message>
        <source>\u needs four hexadecimal digits</source>
        <translation>\u braucht vier hexadezimale Ziffern</translation>
    </message>
    <message>
        <source>a digit is expected</source>
        <translation>eine Ziffer wird erwartet</translation>
    </message>
    <message>
        <source>a value is expected</source>
        <translation>ein Wert wird erwartet</translation>
    </message>
    <message>
        <source>a number may not begin with 0</source>
        <translation>eine Zahl darf nicht mit 0 beginnen</translation>
    </message>
</context>
<context>
    <name>pushscope::JsonTreeModel</name>
    <message>
        <source>data</source>
        <translation>Daten</translation>
    </message>
    <message numerus="yes">
        <source>{ %Ln member(s) }</source>
        <translation>
            <numerusform>{ %Ln Eintrag }</numerusform>
            <numerusform>{ %Ln Einträge }</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>[ %Ln element(s) ]</source>
        <translation>
            <numerusform>[ %Ln Element ]</numerusform>
            <numerusform>[ %Ln Elemente ]</numerusform>
        </translation>
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
    <name>pushscope::KeyEditor</name>
    <message>
        <source>in its pane</source>
        <translation>in seinem Bereich</translation>
    </message>
    <message>
        <source>everywhere</source>
        <translation>überall</translation>
    </message>
    <message>
        <source>△ conflict</source>
        <translation>△ Konflikt</translation>
    </message>
    <message>
        <source>No other command has this key.</source>
        <translation>Kein anderer Befehl hat diese Taste.</translation>
    </message>
    <message>
        <source>△ Also: %1. Then neither is heard.</source>
        <translation>△ Auch: %1. Dann wird keiner gehört.</translation>
    </message>
    <message>
        <source>S&amp;et key</source>
        <translation>Taste &amp;setzen</translation>
    </message>
    <message>
        <source>&amp;No key</source>
        <translation>&amp;Keine Taste</translation>
    </message>
    <message>
        <source>S&amp;hipped key</source>
        <translation>Taste &amp;ab Werk</translation>
    </message>
    <message>
        <source>Search a command or a key</source>
        <translation>Befehl oder Taste suchen</translation>
    </message>
    <message>
        <source>Search keys</source>
        <translation>Tasten suchen</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Was es tut</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Keys, columns</source>
        <translation>Tasten, Spalten</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Neue Taste</translation>
    </message>
    <message>
        <source>New &amp;key:</source>
        <translation>&amp;Neue Taste:</translation>
    </message>
    <message>
        <source>&amp;All shipped keys</source>
        <translation>Alle Tasten ab &amp;Werk</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Konflikte</translation>
    </message>
    <message>
        <source>&amp;Take it from there</source>
        <translation>&amp;Dort wegnehmen</translation>
    </message>
    <message>
        <source>The others have no key then</source>
        <translation>Die anderen haben dann keine Taste</translation>
    </message>
</context>
<context>
    <name>pushscope::KeyList</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
</context>
<context>
    <name>pushscope::LatencyChart</name>
    <message>
        <source>Latency histogram</source>
        <translation>Histogramm</translation>
    </message>
    <message>
        <source>The Latency tab beside the charts says the same figures</source>
        <translation>Der Reiter „Latenz“ neben den Kurven nennt dieselben Zahlen</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Latency histogram, %1</source>
        <translation>Histogramm, %1</translation>
    </message>
    <message>
        <source>Nothing delivered</source>
        <translation>Nichts zugestellt</translation>
    </message>
</context>
<context>
    <name>pushscope::LatencyModel</name>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>From publishing to the kernel&apos;s taking it: longer than the row above, at most this</source>
        <translation>Vom Veröffentlichen bis zur Übernahme durch den Kern: länger als in der Zeile darüber, höchstens dies</translation>
    </message>
    <message>
        <source>● SSE</source>
        <translation>● SSE</translation>
    </message>
    <message>
        <source>Of all deliveries over event streams, and how many</source>
        <translation>Von allen Zustellungen über Ereignisströme, und wie viele</translation>
    </message>
    <message>
        <source>■ WS</source>
        <translation>■ WS</translation>
    </message>
    <message>
        <source>Of all deliveries over WebSockets, and how many</source>
        <translation>Von allen Zustellungen über WebSockets, und wie viele</translation>
    </message>
    <message>
        <source>▲ LP</source>
        <translation>▲ LP</translation>
    </message>
    <message>
        <source>Of all deliveries by long polling, and how many</source>
        <translation>Von allen Zustellungen über Long Polling, und wie viele</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>pushscope::LedgerPane</name>
    <message>
        <source>Reconnects</source>
        <translation>Wiederkehren</translation>
    </message>
    <message>
        <source>Filter by client, user, cursor or cause</source>
        <translation>Nach Client, Benutzer, Cursor oder Ursache filtern</translation>
    </message>
    <message>
        <source>The chosen reconnect</source>
        <translation>Die gewählte Wiederkehr</translation>
    </message>
    <message>
        <source>Id by id</source>
        <translation>Id für Id</translation>
    </message>
    <message>
        <source>How much is kept</source>
        <translation>Wie viel behalten wird</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>About the chosen reconnect</source>
        <translation>Über die gewählte Wiederkehr</translation>
    </message>
    <message>
        <source>Ids</source>
        <translation>Ids</translation>
    </message>
    <message>
        <source>Retention cliff</source>
        <translation>Abbruchkante</translation>
    </message>
    <message>
        <source>Choose a reconnect to see what the client missed and what became of it.</source>
        <translation>Wähle eine Wiederkehr, um zu sehen, was der Client verpasste und was daraus wurde.</translation>
    </message>
    <message>
        <source>The first %1 of %2 ids are kept.</source>
        <translation>Die ersten %1 von %2 Ids sind behalten.</translation>
    </message>
    <message>
        <source>Replay ledger</source>
        <translation>Nachlieferbuch</translation>
    </message>
</context>
<context>
    <name>pushscope::LimitsModel</name>
    <message>
        <source>Limit</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>What is limited</source>
        <translation>Was begrenzt ist</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>As the running hub was started</source>
        <translation>Wie der laufende Hub gestartet wurde</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>As much is in use</source>
        <translation>So viel ist in Gebrauch</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>Erreicht</translation>
    </message>
    <message>
        <source>How often the limit was met since the hub started</source>
        <translation>Wie oft die Grenze seit dem Start des Hubs erreicht wurde</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Connections of a user</source>
        <translation>Verbindungen eines Benutzers</translation>
    </message>
    <message>
        <source>Connections of an address</source>
        <translation>Verbindungen einer Adresse</translation>
    </message>
    <message>
        <source>Publishing by a token</source>
        <translation>Veröffentlichen mit einem Token</translation>
    </message>
    <message>
        <source>Queue of a client</source>
        <translation>Warteschlange eines Clients</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Dropped for memory</source>
        <translation>Aus Speichernot getrennt</translation>
    </message>
    <message>
        <source>Descriptors</source>
        <translation>Deskriptoren</translation>
    </message>
    <message>
        <source>none left</source>
        <translation>keine mehr frei</translation>
    </message>
    <message>
        <source>No limit is set</source>
        <translation>Keine Grenze gesetzt</translation>
    </message>
    <message>
        <source>Event streams, WebSockets and waiting polls; those turned away get 503 or 429</source>
        <translation>Ereignisströme, WebSockets und wartende Polls; abgewiesene erhalten 503 oder 429</translation>
    </message>
    <message>
        <source>Events that were answered 429</source>
        <translation>Ereignisse, die mit 429 beantwortet wurden</translation>
    </message>
    <message>
        <source>A client that reads too slowly is dropped; now: what waits for all clients together</source>
        <translation>Ein Client, der zu langsam liest, wird getrennt; jetzt: was für alle Clients zusammen wartet</translation>
    </message>
    <message>
        <source>Of the process; events and clients that were answered 503</source>
        <translation>Des Prozesses; Ereignisse und Clients, die mit 503 beantwortet wurden</translation>
    </message>
    <message>
        <source>The slowest clients, dropped when memory ran short</source>
        <translation>Die langsamsten Clients, getrennt, als der Speicher knapp wurde</translation>
    </message>
    <message>
        <source>Times that new connections had to wait since no file descriptor was left</source>
        <translation>Wie oft neue Verbindungen warten mussten, weil kein Dateideskriptor frei war</translation>
    </message>
</context>
<context>
    <name>pushscope::LimitsPage</name>
    <message>
        <source>Limits</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>&amp;Clients:</source>
        <translation>&amp;Clients:</translation>
    </message>
    <message>
        <source>Of one &amp;user:</source>
        <translation>Eines &amp;Benutzers:</translation>
    </message>
    <message>
        <source>From one a&amp;ddress:</source>
        <translation>Von einer A&amp;dresse:</translation>
    </message>
    <message>
        <source>Events a second of one &amp;token:</source>
        <translation>Ereignisse je Sekunde eines &amp;Tokens:</translation>
    </message>
    <message>
        <source>And as many at once; empty: no limit</source>
        <translation>Und ebenso viele auf einmal; leer: keine Grenze</translation>
    </message>
    <message>
        <source>&amp;Memory:</source>
        <translation>&amp;Speicher:</translation>
    </message>
    <message>
        <source>Near it the slowest clients are dropped, then publishing is refused; empty: 3/4 of the machine&apos;s</source>
        <translation>Kurz davor werden die langsamsten Clients getrennt, dann das Veröffentlichen abgelehnt; leer: 3/4 dessen, was der Rechner hat</translation>
    </message>
    <message>
        <source>Who is over a limit gets a clear answer, 429 or 503. The metrics count the answers of each limit.</source>
        <translation>Wer über einer Grenze liegt, bekommt eine klare Antwort, 429 oder 503. Die Metriken zählen die Antworten jeder Grenze.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is too large</source>
        <translation>&apos;%1&apos; ist zu groß</translation>
    </message>
    <message>
        <source>empty: no limit</source>
        <translation>leer: keine Grenze</translation>
    </message>
    <message>
        <source>A client is an event stream, a WebSocket or a waiting poll.</source>
        <translation>Ein Client ist ein Ereignisstrom, ein WebSocket oder eine wartende Abfrage.</translation>
    </message>
</context>
<context>
    <name>pushscope::ListenPage</name>
    <message>
        <source>Listen</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>&amp;Addresses:</source>
        <translation>&amp;Adressen:</translation>
    </message>
    <message>
        <source>Separated by spaces. Port 0 takes a free one.</source>
        <translation>Durch Leerzeichen getrennt. Port 0 nimmt einen freien.</translation>
    </message>
    <message>
        <source>&amp;Expose to other machines</source>
        <translation>Für andere Rechner &amp;öffnen</translation>
    </message>
    <message>
        <source>Needed for an address that is not loopback. Whoever reaches this machine can then try to connect; without TLS, tokens travel in clear text.</source>
        <translation>Nötig für eine Adresse, die nicht Loopback ist. Wer diesen Rechner erreicht, kann dann versuchen, sich zu verbinden; ohne TLS reisen Token im Klartext.</translation>
    </message>
    <message>
        <source>&amp;Transport:</source>
        <translation>&amp;Transport:</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Linux (epoll, io_uring)</source>
        <translation>Linux (epoll, io_uring)</translation>
    </message>
    <message>
        <source>Qt Network</source>
        <translation>Qt Network</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not of the form 127.0.0.1:8090</source>
        <translation>&apos;%1&apos; hat nicht die Form 127.0.0.1:8090</translation>
    </message>
    <message>
        <source>the hub needs an address to listen on</source>
        <translation>der Hub braucht eine Adresse, auf der er lauscht</translation>
    </message>
</context>
<context>
    <name>pushscope::LiveTable</name>
    <message>
        <source>%1, columns</source>
        <translation>%1, Spalten</translation>
    </message>
    <message>
        <source>Copy cell</source>
        <translation>Zelle kopieren</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>Zeilen kopieren</translation>
    </message>
    <message>
        <source>Apply as filter: %1</source>
        <translation>Als Filter anwenden: %1</translation>
    </message>
    <message>
        <source>Add to the filter</source>
        <translation>Zum Filter hinzufügen</translation>
    </message>
    <message>
        <source>… and %1</source>
        <translation>… und %1</translation>
    </message>
    <message>
        <source>… or %1</source>
        <translation>… oder %1</translation>
    </message>
    <message>
        <source>Move %1 to the left</source>
        <translation>%1 nach links</translation>
    </message>
    <message>
        <source>Move %1 to the right</source>
        <translation>%1 nach rechts</translation>
    </message>
    <message>
        <source>Sort by %1</source>
        <translation>Sortieren nach %1</translation>
    </message>
    <message>
        <source>Ascending</source>
        <translation>Aufsteigend</translation>
    </message>
    <message>
        <source>Descending</source>
        <translation>Absteigend</translation>
    </message>
    <message>
        <source>Not sorted</source>
        <translation>Unsortiert</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Filter…</source>
        <translation>Filter …</translation>
    </message>
    <message>
        <source>Columns as shipped</source>
        <translation>Spalten ab Werk</translation>
    </message>
    <message>
        <source>Make %1 wider</source>
        <translation>%1 breiter</translation>
    </message>
    <message>
        <source>Make %1 narrower</source>
        <translation>%1 schmaler</translation>
    </message>
</context>
<context>
    <name>pushscope::LogModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>When it happened</source>
        <translation>Wann es geschah</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Information, a warning or an error</source>
        <translation>Hinweis, Warnung oder Fehler</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>What part of the hub says it</source>
        <translation>Welcher Teil des Hubs es sagt</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>The client it happened to</source>
        <translation>Der Client, dem es geschah</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Ursache</translation>
    </message>
    <message>
        <source>Why, in words</source>
        <translation>Warum, in Worten</translation>
    </message>
    <message>
        <source>· info</source>
        <translation>· Hinweis</translation>
    </message>
    <message>
        <source>△ warning</source>
        <translation>△ Warnung</translation>
    </message>
    <message>
        <source>✖ error</source>
        <translation>✖ Fehler</translation>
    </message>
    <message>
        <source>connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>replay</source>
        <translation>Nachlieferung</translation>
    </message>
    <message>
        <source>fault</source>
        <translation>Störung</translation>
    </message>
    <message>
        <source>mark</source>
        <translation>Marke</translation>
    </message>
    <message>
        <source>hub</source>
        <translation>Hub</translation>
    </message>
</context>
<context>
    <name>pushscope::LogPane</name>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Filter by client, cause or words</source>
        <translation>Nach Client, Ursache oder Wörtern filtern</translation>
    </message>
    <message>
        <source>&amp;Level</source>
        <translation>&amp;Stufe</translation>
    </message>
    <message>
        <source>all levels</source>
        <translation>alle Stufen</translation>
    </message>
    <message>
        <source>warnings and errors</source>
        <translation>Warnungen und Fehler</translation>
    </message>
    <message>
        <source>errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>&amp;Category</source>
        <translation>&amp;Bereich</translation>
    </message>
    <message>
        <source>all categories</source>
        <translation>alle Bereiche</translation>
    </message>
    <message>
        <source>Clear log</source>
        <translation>Protokoll leeren</translation>
    </message>
    <message>
        <source>Empty this table; the session keeps all</source>
        <translation>Diese Tabelle leeren; die Sitzung behält alles</translation>
    </message>
</context>
<context>
    <name>pushscope::MainWindow</name>
    <message>
        <source>The fault was not set: %1</source>
        <translation>Die Störung wurde nicht gesetzt: %1</translation>
    </message>
    <message>
        <source>%1 – Pushscope</source>
        <translation>%1 – Pushscope</translation>
    </message>
    <message>
        <source>Pushscope</source>
        <translation>Pushscope</translation>
    </message>
    <message>
        <source>The hub did not start: %1</source>
        <translation>Der Hub startete nicht: %1</translation>
    </message>
    <message>
        <source>%1 is in use by %2 (process %3).</source>
        <translation>%1 wird von %2 (Prozess %3) benutzt.</translation>
    </message>
    <message>
        <source>%1 is in use, or may not be used by this account.</source>
        <translation>%1 wird benutzt, oder dieses Konto darf es nicht benutzen.</translation>
    </message>
    <message>
        <source>Stop that program, or let the hub listen on another port.</source>
        <translation>Beende das Programm, oder lass den Hub auf einem anderen Port hören.</translation>
    </message>
    <message>
        <source>Start on port %1</source>
        <translation>Auf Port %1 starten</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen …</translation>
    </message>
    <message>
        <source>The hub still runs with its former settings: the new ones need a restart.</source>
        <translation>Der Hub läuft noch mit den früheren Einstellungen: die neuen brauchen einen Neustart.</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>Jetzt neu starten</translation>
    </message>
    <message>
        <source>Mark %1</source>
        <translation>Marke %1</translation>
    </message>
    <message>
        <source>New here? A tour of seven steps shows what the window can do.</source>
        <translation>Neu hier? Ein Rundgang in sieben Schritten zeigt, was das Fenster kann.</translation>
    </message>
    <message>
        <source>Start the tour</source>
        <translation>Rundgang beginnen</translation>
    </message>
    <message>
        <source>About Pushscope</source>
        <translation>Über Pushscope</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Pushscope %1&lt;/h3&gt;&lt;p&gt;An oscilloscope for real-time push: Server-Sent Events, WebSockets and long polling.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Pushscope %1&lt;/h3&gt;&lt;p&gt;Ein Oszilloskop für Echtzeit-Push: Server-Sent Events, WebSockets und Long Polling.&lt;/p&gt;&lt;p&gt;Freie Software unter der GNU General Public License, Version 3 oder später.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>&amp;Hub</source>
        <translation>&amp;Hub</translation>
    </message>
    <message>
        <source>&amp;Inject</source>
        <translation>&amp;Senden</translation>
    </message>
    <message>
        <source>F&amp;aults</source>
        <translation>S&amp;törungen</translation>
    </message>
    <message>
        <source>&amp;Session</source>
        <translation>S&amp;itzung</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>&amp;Fenster</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Anordnung</translation>
    </message>
    <message>
        <source>He&amp;lp</source>
        <translation>Hi&amp;lfe</translation>
    </message>
    <message>
        <source>Hub</source>
        <translation>Hub</translation>
    </message>
    <message>
        <source>Tool bar</source>
        <translation>Werkzeugleiste</translation>
    </message>
    <message>
        <source>All panes</source>
        <translation>Alle Bereiche</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Nachlieferung</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Last</translation>
    </message>
    <message>
        <source>Remove a layout</source>
        <translation>Anordnung entfernen</translation>
    </message>
    <message>
        <source>Save layout</source>
        <translation>Anordnung speichern</translation>
    </message>
    <message>
        <source>Name of the layout:</source>
        <translation>Name der Anordnung:</translation>
    </message>
    <message>
        <source>Size and language change with the next start of Pushscope.</source>
        <translation>Größe und Sprache ändern sich mit dem nächsten Start von Pushscope.</translation>
    </message>
    <message>
        <source>Start anew now</source>
        <translation>Jetzt neu starten</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>The layout %1 is the present one from now on.</source>
        <translation>Die Anordnung %1 ist von nun an die jetzige.</translation>
    </message>
    <message>
        <source>Keep the former one</source>
        <translation>Die vorige behalten</translation>
    </message>
</context>
<context>
    <name>pushscope::Manual</name>
    <message>
        <source>Manual</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <source>Search; Return goes on</source>
        <translation>Suchen; Eingabe geht weiter</translation>
    </message>
    <message>
        <source>Search the manual</source>
        <translation>Im Handbuch suchen</translation>
    </message>
</context>
<context>
    <name>pushscope::MarkDesk</name>
    <message>
        <source>%1 set</source>
        <translation>%1 gesetzt</translation>
    </message>
    <message>
        <source>↶ %1 taken back</source>
        <translation>↶ %1 zurückgenommen</translation>
    </message>
    <message>
        <source>%1 set again</source>
        <translation>%1 wieder gesetzt</translation>
    </message>
    <message>
        <source>The mark could not be set: %1</source>
        <translation>Die Marke konnte nicht gesetzt werden: %1</translation>
    </message>
</context>
<context>
    <name>pushscope::MarksDialog</name>
    <message>
        <source>Marks and comments</source>
        <translation>Marken und Kommentare</translation>
    </message>
    <message>
        <source>&amp;Go to</source>
        <translation>&amp;Hingehen</translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <translation>Ä&amp;ndern …</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>Hin&amp;zufügen …</translation>
    </message>
    <message>
        <source>The whole window shows the session at this time</source>
        <translation>Das ganze Fenster zeigt die Sitzung zu dieser Zeit</translation>
    </message>
    <message>
        <source>It was recorded, and stays as it was</source>
        <translation>Sie wurde aufgezeichnet und bleibt, wie sie war</translation>
    </message>
</context>
<context>
    <name>pushscope::MarksModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>What it is put to</source>
        <translation>Wohin es gesetzt ist</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>A mark that was set while the hub ran, or a comment of later</source>
        <translation>Eine Marke, die gesetzt wurde, während der Hub lief, oder ein späterer Kommentar</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>What somebody wrote</source>
        <translation>Was jemand geschrieben hat</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Zu</translation>
    </message>
    <message>
        <source>The event or the client that it is about</source>
        <translation>Das Ereignis oder der Client, um den es geht</translation>
    </message>
    <message>
        <source>event %1</source>
        <translation>Ereignis %1</translation>
    </message>
    <message>
        <source>⚑ mark</source>
        <translation>⚑ Marke</translation>
    </message>
    <message>
        <source>✎ comment</source>
        <translation>✎ Kommentar</translation>
    </message>
</context>
<context>
    <name>pushscope::MessageBar</name>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Close message</source>
        <translation>Meldung schließen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>pushscope::NoteDialog</name>
    <message>
        <source>Mark or comment</source>
        <translation>Marke oder Kommentar</translation>
    </message>
    <message>
        <source>Change the comment</source>
        <translation>Kommentar ändern</translation>
    </message>
    <message>
        <source>&amp;Text:</source>
        <translation>&amp;Text:</translation>
    </message>
    <message>
        <source>&amp;About:</source>
        <translation>&amp;Zu:</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Behalten</translation>
    </message>
    <message>
        <source>Writes it into the session&apos;s file (Ctrl+Return)</source>
        <translation>Schreibt ihn in die Datei der Sitzung (Strg+Eingabe)</translation>
    </message>
</context>
<context>
    <name>pushscope::NoticeDigest</name>
    <message>
        <source>The hub warns</source>
        <translation>Der Hub warnt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln client(s) lost events</source>
        <translation>
            <numerusform>%Ln Client hat Ereignisse verloren</numerusform>
            <numerusform>%Ln Clients haben Ereignisse verloren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new finding(s)</source>
        <translation>
            <numerusform>%Ln neuer Befund</numerusform>
            <numerusform>%Ln neue Befunde</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s) can&apos;t be had any more. The replay ledger says why.</source>
        <translation>
            <numerusform>%Ln Ereignis ist nicht mehr zu haben. Das Nachlieferbuch sagt, warum.</numerusform>
            <numerusform>%Ln Ereignisse sind nicht mehr zu haben. Das Nachlieferbuch sagt, warum.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushscope::Notices</name>
    <message>
        <source>Lost events</source>
        <translation>Verlorene Ereignisse</translation>
    </message>
    <message>
        <source>The hub did not start</source>
        <translation>Der Hub ist nicht gestartet</translation>
    </message>
    <message>
        <source>Warnings of the hub</source>
        <translation>Warnungen des Hubs</translation>
    </message>
    <message>
        <source>A recording stopped by itself</source>
        <translation>Eine Aufzeichnung hat von selbst aufgehört</translation>
    </message>
    <message>
        <source>An export has ended</source>
        <translation>Ein Export ist zu Ende</translation>
    </message>
    <message>
        <source>Finding: %1</source>
        <translation>Befund: %1</translation>
    </message>
</context>
<context>
    <name>pushscope::NoticesPage</name>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>&amp;Icon in the tray</source>
        <translation>&amp;Symbol in der Statusleiste des Desktops</translation>
    </message>
    <message>
        <source>It shows and hides the window, and starts and stops the hub</source>
        <translation>Es zeigt und verbirgt das Fenster und startet und hält den Hub an</translation>
    </message>
    <message>
        <source>Nowhere</source>
        <translation>Nirgends</translation>
    </message>
    <message>
        <source>In the window</source>
        <translation>Im Fenster</translation>
    </message>
    <message>
        <source>On the desktop</source>
        <translation>Auf dem Desktop</translation>
    </message>
    <message>
        <source>In both</source>
        <translation>In beiden</translation>
    </message>
    <message>
        <source>The desktop is told only while the window is not the active one, and View › Notifications is on.</source>
        <translation>Dem Desktop wird es nur gesagt, solange das Fenster nicht das aktive und Ansicht › Benachrichtigungen eingeschaltet ist.</translation>
    </message>
    <message>
        <source>This desktop has no tray: the icon shows as soon as there is one.</source>
        <translation>Dieser Desktop hat keine Statusleiste: das Symbol erscheint, sobald es eine gibt.</translation>
    </message>
    <message>
        <source>Nothing shows notifications on this desktop.</source>
        <translation>Auf diesem Desktop zeigt nichts Benachrichtigungen.</translation>
    </message>
</context>
<context>
    <name>pushscope::Notifier</name>
    <message>
        <source>The export has ended</source>
        <translation>Der Export ist zu Ende</translation>
    </message>
    <message>
        <source>The hub did not start</source>
        <translation>Der Hub ist nicht gestartet</translation>
    </message>
    <message>
        <source>Nothing is recorded any more</source>
        <translation>Es wird nichts mehr aufgezeichnet</translation>
    </message>
</context>
<context>
    <name>pushscope::Palette</name>
    <message>
        <source>Find a command</source>
        <translation>Befehl finden</translation>
    </message>
    <message>
        <source>A command, client, event or setting</source>
        <translation>Ein Befehl, Client, Ereignis oder eine Einstellung</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>client of %1 · %2</source>
        <translation>Client von %1 · %2</translation>
    </message>
    <message>
        <source>event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>setting</source>
        <translation>Einstellung</translation>
    </message>
</context>
<context>
    <name>pushscope::PaneSplitter</name>
    <message>
        <source>Divider between %1 and %2</source>
        <translation>Trenner zwischen %1 und %2</translation>
    </message>
</context>
<context>
    <name>pushscope::PictureButton</name>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Picture of %1</source>
        <translation>Bild von %1</translation>
    </message>
    <message>
        <source>Saves what is shown here as a picture</source>
        <translation>Speichert, was hier gezeigt wird, als Bild</translation>
    </message>
    <message>
        <source>As PNG…</source>
        <translation>Als PNG …</translation>
    </message>
    <message>
        <source>As SVG…</source>
        <translation>Als SVG …</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>Bild speichern</translation>
    </message>
    <message>
        <source>%1 (*.%2)</source>
        <translation>%1 (*.%2)</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>Nicht gespeichert: %1</translation>
    </message>
    <message>
        <source>the picture could not be made</source>
        <translation>das Bild ließ sich nicht machen</translation>
    </message>
</context>
<context>
    <name>pushscope::PlaybackDialog</name>
    <message>
        <source>With the &amp;faults of the session</source>
        <translation>Mit den &amp;Störungen der Sitzung</translation>
    </message>
    <message>
        <source>S&amp;tep</source>
        <translation>Schri&amp;tt</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>An&amp;halten</translation>
    </message>
    <message>
        <source>Play back into the hub</source>
        <translation>In den Hub wiedergeben</translation>
    </message>
    <message>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
    <message>
        <source>the beginning</source>
        <translation>dem Anfang</translation>
    </message>
    <message>
        <source>the time shown</source>
        <translation>der gezeigten Zeit</translation>
    </message>
    <message>
        <source>Rules are set and removed again when they were; what is still at work at the end is removed</source>
        <translation>Regeln werden gesetzt und entfernt, wie es war; was am Ende noch wirkt, wird entfernt</translation>
    </message>
    <message>
        <source>Played back</source>
        <translation>Wiedergegeben</translation>
    </message>
    <message>
        <source>S&amp;peed:</source>
        <translation>&amp;Geschwindigkeit:</translation>
    </message>
    <message>
        <source>F&amp;rom:</source>
        <translation>&amp;Ab:</translation>
    </message>
    <message>
        <source>Does the next event or fault at once, and pauses</source>
        <translation>Führt das nächste Ereignis oder den nächsten Fehler sofort aus und hält an</translation>
    </message>
    <message>
        <source>The session has no events to play back from there on.</source>
        <translation>Ab dort hat die Sitzung keine Ereignisse zum Wiedergeben.</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>&amp;Wiedergeben</translation>
    </message>
    <message>
        <source>The hub is stopped: start it, and connect the clients that are to hear it.</source>
        <translation>Der Hub ist angehalten: ihn starten und die Clients verbinden, die es hören sollen.</translation>
    </message>
    <message numerus="yes">
        <source>Ended: %Ln event(s) published</source>
        <translation>
            <numerusform>Beendet: %Ln Ereignis gesendet</numerusform>
            <numerusform>Beendet: %Ln Ereignisse gesendet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s) published</source>
        <translation>
            <numerusform>%Ln Ereignis gesendet</numerusform>
            <numerusform>%Ln Ereignisse gesendet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>· %Ln refused: %1</source>
        <translation>
            <numerusform>· %Ln abgelehnt: %1</numerusform>
            <numerusform>· %Ln abgelehnt: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushscope::ProfileDesk</name>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>The settings were damaged: what could be read is used. They were copied to %1.</source>
        <translation>Die Einstellungen waren beschädigt: benutzt wird, was zu lesen war. Eine Kopie ist in %1.</translation>
    </message>
    <message>
        <source>This profile is open in another window.</source>
        <translation>Dieses Profil ist in einem anderen Fenster offen.</translation>
    </message>
    <message>
        <source>Show that window</source>
        <translation>Jenes Fenster zeigen</translation>
    </message>
    <message>
        <source>The profile can&apos;t be used: %1</source>
        <translation>Das Profil kann nicht benutzt werden: %1</translation>
    </message>
    <message>
        <source>%1 is in use. The hub still runs with the settings of the profile before.</source>
        <translation>%1 wird benutzt. Der Hub läuft noch mit den Einstellungen des vorigen Profils.</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>Jetzt neu starten</translation>
    </message>
    <message>
        <source>%1 is in use.</source>
        <translation>%1 wird benutzt.</translation>
    </message>
    <message>
        <source>Start hub</source>
        <translation>Hub starten</translation>
    </message>
</context>
<context>
    <name>pushscope::ProfilePage</name>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>&amp;Name of the profile:</source>
        <translation>&amp;Name des Profils:</translation>
    </message>
    <message>
        <source>Under which the settings of the hub are kept</source>
        <translation>Unter dem die Einstellungen des Hubs aufgehoben werden</translation>
    </message>
    <message>
        <source>The pages below, up to Access, are this profile&apos;s, and so are its rules that answer. Hub › Profile has the others, and makes new ones.</source>
        <translation>Die Seiten darunter, bis Zugang, gehören zu diesem Profil, ebenso seine Regeln, die antworten. Hub › Profil hat die anderen und macht neue.</translation>
    </message>
</context>
<context>
    <name>pushscope::Profiles</name>
    <message>
        <source>Default</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>A profile needs a name.</source>
        <translation>Ein Profil braucht einen Namen.</translation>
    </message>
    <message numerus="yes">
        <source>A name has at most %Ln letter(s).</source>
        <translation>
            <numerusform>Ein Name hat höchstens %Ln Buchstaben.</numerusform>
            <numerusform>Ein Name hat höchstens %Ln Buchstaben.</numerusform>
        </translation>
    </message>
    <message>
        <source>A name has letters, digits, signs and blanks only.</source>
        <translation>Ein Name hat nur Buchstaben, Ziffern, Zeichen und Leerzeichen.</translation>
    </message>
    <message>
        <source>There is a profile called %1 already.</source>
        <translation>Ein Profil namens %1 gibt es schon.</translation>
    </message>
    <message>
        <source>This profile is not there any more.</source>
        <translation>Dieses Profil ist nicht mehr da.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>Der Ordner %1 kann nicht angelegt werden.</translation>
    </message>
    <message>
        <source>This profile is always there.</source>
        <translation>Dieses Profil ist immer da.</translation>
    </message>
    <message>
        <source>The profile in use can&apos;t be deleted.</source>
        <translation>Das benutzte Profil kann nicht gelöscht werden.</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>%1 kann nicht geschrieben werden.</translation>
    </message>
</context>
<context>
    <name>pushscope::ProfilesDialog</name>
    <message>
        <source>Profiles</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>A profile is all that a hub is started with: its settings, its secret, and its rules that answer.</source>
        <translation>Ein Profil ist alles, womit ein Hub gestartet wird: seine Einstellungen, sein Geheimnis und seine Regeln, die antworten.</translation>
    </message>
    <message>
        <source>&amp;Switch to it</source>
        <translation>Dorthin &amp;wechseln</translation>
    </message>
    <message>
        <source>Also by Enter in the list</source>
        <translation>Auch mit Eingabe in der Liste</translation>
    </message>
    <message>
        <source>&amp;New…</source>
        <translation>&amp;Neu …</translation>
    </message>
    <message>
        <source>With the shipped settings; also by Insert in the list</source>
        <translation>Mit den mitgelieferten Einstellungen; auch mit Einfg in der Liste</translation>
    </message>
    <message>
        <source>Also by F2 in the list</source>
        <translation>Auch mit F2 in der Liste</translation>
    </message>
    <message>
        <source>&amp;Duplicate…</source>
        <translation>&amp;Verdoppeln …</translation>
    </message>
    <message>
        <source>Another with the same settings, secret and rules</source>
        <translation>Ein weiteres mit denselben Einstellungen, demselben Geheimnis und denselben Regeln</translation>
    </message>
    <message>
        <source>D&amp;elete…</source>
        <translation>&amp;Löschen …</translation>
    </message>
    <message>
        <source>Also by Delete in the list</source>
        <translation>Auch mit Entf in der Liste</translation>
    </message>
    <message>
        <source>%1 (in use)</source>
        <translation>%1 (benutzt)</translation>
    </message>
    <message>
        <source>%1 (open in another window)</source>
        <translation>%1 (in einem anderen Fenster offen)</translation>
    </message>
    <message>
        <source>&amp;Name of the profile:</source>
        <translation>&amp;Name des Profils:</translation>
    </message>
    <message>
        <source>New profile</source>
        <translation>Neues Profil</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Rename profile</source>
        <translation>Profil umbenennen</translation>
    </message>
    <message>
        <source>Duplicate profile</source>
        <translation>Profil verdoppeln</translation>
    </message>
    <message>
        <source>%1 is open in another window: close that first.</source>
        <translation>%1 ist in einem anderen Fenster offen: zuerst jenes schließen.</translation>
    </message>
    <message>
        <source>Delete profile</source>
        <translation>Profil löschen</translation>
    </message>
    <message>
        <source>Delete %1, with its settings, its secret and its rules?</source>
        <translation>%1 mit seinen Einstellungen, seinem Geheimnis und seinen Regeln löschen?</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>&amp;Umbenennen …</translation>
    </message>
</context>
<context>
    <name>pushscope::PublishOptions</name>
    <message>
        <source>&amp;Ephemeral</source>
        <translation>&amp;Flüchtig</translation>
    </message>
    <message>
        <source>&amp;Key</source>
        <translation>&amp;Schlüssel</translation>
    </message>
    <message>
        <source>Con&amp;flate</source>
        <translation>&amp;Zusammenfassen</translation>
    </message>
    <message>
        <source>Not stored, without an id, never replayed</source>
        <translation>Nicht gespeichert, ohne Id, nie nachgeliefert</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>More about the event</source>
        <translation>Mehr zum Ereignis</translation>
    </message>
    <message>
        <source>An idempotency key, or the name under which an ephemeral event replaces the one before</source>
        <translation>Ein Idempotenzschlüssel, oder der Name, unter dem ein flüchtiges Ereignis das vorige ersetzt</translation>
    </message>
    <message>
        <source>none: each one is new</source>
        <translation>keiner: jedes ist neu</translation>
    </message>
    <message>
        <source>Idempotency key: what is published with the same one within 5 minutes is published once. Variables as in the data: order-{{seq}}</source>
        <translation>Idempotenzschlüssel: Was mit demselben binnen 5 Minuten veröffentlicht wird, wird einmal veröffentlicht. Variablen wie in den Daten: order-{{seq}}</translation>
    </message>
    <message>
        <source>none: each one counts</source>
        <translation>keiner: jedes zählt</translation>
    </message>
    <message>
        <source>The newest ephemeral event of this name replaces one that still waits in a client&apos;s queue</source>
        <translation>Das neueste flüchtige Ereignis dieses Namens ersetzt eines, das noch in der Warteschlange eines Clients wartet</translation>
    </message>
    <message numerus="yes">
        <source>A key has at most %Ln byte(s).</source>
        <translation>
            <numerusform>Ein Schlüssel hat höchstens %Ln Byte.</numerusform>
            <numerusform>Ein Schlüssel hat höchstens %Ln Bytes.</numerusform>
        </translation>
    </message>
    <message>
        <source>In the key: %1</source>
        <translation>Im Schlüssel: %1</translation>
    </message>
</context>
<context>
    <name>pushscope::ReconnectText</name>
    <message numerus="yes">
        <source>%Ln missed</source>
        <translation>
            <numerusform>%Ln verpasst</numerusform>
            <numerusform>%Ln verpasst</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln replayed</source>
        <translation>
            <numerusform>%Ln nachgeliefert</numerusform>
            <numerusform>%Ln nachgeliefert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rewound (written before, never received)</source>
        <translation>
            <numerusform>%Ln zurückgespult (geschrieben, nie angekommen)</numerusform>
            <numerusform>%Ln zurückgespult (geschrieben, nie angekommen)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sent again though acknowledged</source>
        <translation>
            <numerusform>%Ln noch einmal gesendet, obwohl bestätigt</numerusform>
            <numerusform>%Ln noch einmal gesendet, obwohl bestätigt</numerusform>
        </translation>
    </message>
    <message>
        <source>none lost</source>
        <translation>keines verloren</translation>
    </message>
    <message numerus="yes">
        <source>%Ln lost</source>
        <translation>
            <numerusform>%Ln verloren</numerusform>
            <numerusform>%Ln verloren</numerusform>
        </translation>
    </message>
    <message>
        <source>came back at the first try</source>
        <translation>kam beim ersten Versuch wieder</translation>
    </message>
    <message numerus="yes">
        <source>came back at try number %Ln</source>
        <translation>
            <numerusform>kam bei Versuch %Ln wieder</numerusform>
            <numerusform>kam bei Versuch %Ln wieder</numerusform>
        </translation>
    </message>
    <message>
        <source>… replaying</source>
        <translation>… liefert nach</translation>
    </message>
    <message numerus="yes">
        <source>✔ recovered (duplicates: %Ln)</source>
        <translation>
            <numerusform>✔ aufgeholt (doppelt: %Ln)</numerusform>
            <numerusform>✔ aufgeholt (doppelt: %Ln)</numerusform>
        </translation>
    </message>
    <message>
        <source>✔ recovered</source>
        <translation>✔ aufgeholt</translation>
    </message>
    <message>
        <source>○ fresh: nothing was due</source>
        <translation>○ frisch: nichts stand aus</translation>
    </message>
    <message numerus="yes">
        <source>✖ %Ln lost</source>
        <translation>
            <numerusform>✖ %Ln verloren</numerusform>
            <numerusform>✖ %Ln verloren</numerusform>
        </translation>
    </message>
    <message>
        <source>its connection ended</source>
        <translation>seine Verbindung endete</translation>
    </message>
    <message>
        <source>it closed the connection itself</source>
        <translation>er schloss die Verbindung selbst</translation>
    </message>
    <message>
        <source>its connection was reset</source>
        <translation>seine Verbindung wurde zurückgesetzt</translation>
    </message>
    <message>
        <source>the hub cut it with RST</source>
        <translation>der Hub schnitt sie mit RST ab</translation>
    </message>
    <message>
        <source>the hub closed it with FIN</source>
        <translation>der Hub schloss sie mit FIN</translation>
    </message>
    <message>
        <source>the hub dropped it because it read too slowly</source>
        <translation>der Hub trennte ihn, weil er zu langsam las</translation>
    </message>
    <message>
        <source>its token expired</source>
        <translation>sein Token lief ab</translation>
    </message>
    <message>
        <source>it answered no ping</source>
        <translation>er beantwortete keinen Ping</translation>
    </message>
    <message>
        <source>the hub stopped</source>
        <translation>der Hub hielt an</translation>
    </message>
    <message>
        <source>it closed the connection itself with %1</source>
        <translation>er schloss die Verbindung selbst mit %1</translation>
    </message>
    <message>
        <source>the hub closed it with code %1</source>
        <translation>der Hub schloss sie mit Code %1</translation>
    </message>
    <message>
        <source>its connection ended (%1)</source>
        <translation>seine Verbindung endete (%1)</translation>
    </message>
    <message>
        <source>the client sent no cursor</source>
        <translation>der Client sandte keinen Cursor</translation>
    </message>
    <message>
        <source>evicted from the store</source>
        <translation>aus dem Speicher verdrängt</translation>
    </message>
    <message>
        <source>the store is another one than the cursor&apos;s</source>
        <translation>der Speicher ist ein anderer als der des Cursors</translation>
    </message>
    <message>
        <source>the cursor is malformed</source>
        <translation>der Cursor ist missgebildet</translation>
    </message>
    <message>
        <source>the cursor is beyond the newest event</source>
        <translation>der Cursor liegt hinter dem neuesten Ereignis</translation>
    </message>
    <message>
        <source>the client&apos;s cursor was later than what it was given</source>
        <translation>der Cursor des Clients war später als das, was er bekam</translation>
    </message>
    <message>
        <source>without a cursor</source>
        <translation>ohne Cursor</translation>
    </message>
    <message>
        <source>with cursor %1</source>
        <translation>mit Cursor %1</translation>
    </message>
    <message>
        <source>%1 (user %2)</source>
        <translation>%1 (Benutzer %2)</translation>
    </message>
    <message>
        <source>%1 was away %2 after %3, %4 %5: %6.</source>
        <translation>%1 war %2 fort (%3), %4 %5: %6.</translation>
    </message>
    <message>
        <source>Lost because: %1.</source>
        <translation>Verloren, denn: %1.</translation>
    </message>
    <message>
        <source>The replay is still going on.</source>
        <translation>Die Nachlieferung läuft noch.</translation>
    </message>
    <message>
        <source>Caught up at once.</source>
        <translation>Sofort aufgeholt.</translation>
    </message>
    <message>
        <source>Caught up %1 after it was back.</source>
        <translation>Aufgeholt %1 nach der Wiederkehr.</translation>
    </message>
    <message>
        <source>The store keeps no event.</source>
        <translation>Der Speicher behält kein Ereignis.</translation>
    </message>
    <message>
        <source>The store keeps %1 to %2.</source>
        <translation>Der Speicher behält %1 bis %2.</translation>
    </message>
    <message>
        <source>The client presented no cursor.</source>
        <translation>Der Client nannte keinen Cursor.</translation>
    </message>
    <message>
        <source>The client&apos;s cursor %1 is malformed.</source>
        <translation>Der Cursor %1 des Clients ist missgebildet.</translation>
    </message>
    <message>
        <source>The client&apos;s cursor %1 is of another store.</source>
        <translation>Der Cursor %1 des Clients ist aus einem anderen Speicher.</translation>
    </message>
    <message>
        <source>The client&apos;s cursor %1 is beyond it.</source>
        <translation>Der Cursor %1 des Clients liegt dahinter.</translation>
    </message>
    <message numerus="yes">
        <source>▼ The client&apos;s cursor %1 has fallen off: %Ln id(s) after it are gone.</source>
        <translation>
            <numerusform>▼ Der Cursor %1 des Clients ist herausgefallen: %Ln Id danach ist fort.</numerusform>
            <numerusform>▼ Der Cursor %1 des Clients ist herausgefallen: %Ln Ids danach sind fort.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The client&apos;s cursor %1 is %Ln id(s) from the edge.</source>
        <translation>
            <numerusform>Der Cursor %1 des Clients ist %Ln Id vom Rand.</numerusform>
            <numerusform>Der Cursor %1 des Clients ist %Ln Ids vom Rand.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushscope::ReconnectsModel</name>
    <message>
        <source>At</source>
        <translation>Um</translation>
    </message>
    <message>
        <source>When it was back</source>
        <translation>Wann er wieder da war</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>The client that came back</source>
        <translation>Der Client, der wiederkam</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>How it came back</source>
        <translation>Wie er wiederkam</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>What became of what it missed, and why</source>
        <translation>Was aus dem Verpassten wurde, und warum</translation>
    </message>
    <message>
        <source>Away, ms</source>
        <translation>Fort, ms</translation>
    </message>
    <message>
        <source>From the end of its last connection to the request that succeeded</source>
        <translation>Vom Ende seiner letzten Verbindung bis zur Anfrage, die gelang</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Requests since the end, the successful one included</source>
        <translation>Anfragen seit dem Ende, die gelungene eingeschlossen</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Verpasst</translation>
    </message>
    <message>
        <source>Events stored while it was away</source>
        <translation>Ereignisse, die gespeichert wurden, während er fort war</translation>
    </message>
    <message>
        <source>Replayed</source>
        <translation>Nachgeliefert</translation>
    </message>
    <message>
        <source>Events sent to it again or for the first time from the store</source>
        <translation>Ereignisse, die noch einmal oder zum ersten Mal aus dem Speicher gesendet wurden</translation>
    </message>
    <message>
        <source>Rewound</source>
        <translation>Zurückgespult</translation>
    </message>
    <message>
        <source>Written before it was cut, but after the cursor it presents: never received</source>
        <translation>Vor dem Abschneiden geschrieben, aber nach dem genannten Cursor: nie angekommen</translation>
    </message>
    <message>
        <source>Duplicated</source>
        <translation>Doppelt</translation>
    </message>
    <message>
        <source>Asked for again though acknowledged</source>
        <translation>Noch einmal verlangt, obwohl bestätigt</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Verloren</translation>
    </message>
    <message>
        <source>Missed and not to be had any more</source>
        <translation>Verpasst und nicht mehr zu haben</translation>
    </message>
    <message>
        <source>Caught up, ms</source>
        <translation>Aufgeholt, ms</translation>
    </message>
    <message>
        <source>From the request that succeeded to the end of its replay</source>
        <translation>Von der Anfrage, die gelang, bis zum Ende der Nachlieferung</translation>
    </message>
    <message>
        <source>Ended by</source>
        <translation>Beendet durch</translation>
    </message>
    <message>
        <source>Why its last connection ended</source>
        <translation>Warum seine letzte Verbindung endete</translation>
    </message>
    <message>
        <source>Cursor</source>
        <translation>Cursor</translation>
    </message>
    <message>
        <source>The id of the last event it says it has</source>
        <translation>Die Id des letzten Ereignisses, das er nach eigener Aussage hat</translation>
    </message>
</context>
<context>
    <name>pushscope::Recording</name>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>Der Ordner %1 kann nicht angelegt werden.</translation>
    </message>
</context>
<context>
    <name>pushscope::RecordingLabel</name>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln Tag</numerusform>
            <numerusform>%Ln Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>○ not recording</source>
        <translation>○ keine Aufzeichnung</translation>
    </message>
    <message>
        <source>◉ rec %1 · %2</source>
        <translation>◉ Aufz. %1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) recorded in %1</source>
        <translation>
            <numerusform>%Ln Zeile aufgezeichnet in %1</numerusform>
            <numerusform>%Ln Zeilen aufgezeichnet in %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>(%Ln dropped)</source>
        <translation>
            <numerusform>(%Ln verworfen)</numerusform>
            <numerusform>(%Ln verworfen)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushscope::RecordingPage</name>
    <message>
        <source>Recording</source>
        <translation>Aufzeichnung</translation>
    </message>
    <message>
        <source>&amp;Record what the hub does</source>
        <translation>&amp;Aufzeichnen, was der Hub tut</translation>
    </message>
    <message>
        <source>From its next start on</source>
        <translation>Ab seinem nächsten Start</translation>
    </message>
    <message>
        <source>512MiB: of one recording, and of all earlier ones together; 0: no limit</source>
        <translation>512MiB: von einer Aufzeichnung und von allen früheren zusammen; 0: keine Grenze</translation>
    </message>
    <message>
        <source>168h, 30m: what is older is removed; 0s: no limit</source>
        <translation>168h, 30m: was älter ist, wird entfernt; 0s: keine Grenze</translation>
    </message>
    <message>
        <source>Recordings are kept in %1. To keep one for good, save it as a file of your own.</source>
        <translation>Aufzeichnungen liegen in %1. Was auf Dauer bleiben soll, als eigene Datei speichern.</translation>
    </message>
    <message>
        <source>Recorded &amp;bytes at most:</source>
        <translation>Aufgezeichnete &amp;Byte höchstens:</translation>
    </message>
    <message>
        <source>Largest &amp;age of a recording:</source>
        <translation>Höchstes &amp;Alter einer Aufzeichnung:</translation>
    </message>
    <message>
        <source>at least 1MiB, or 0 for no limit</source>
        <translation>mindestens 1MiB, oder 0 für keine Grenze</translation>
    </message>
</context>
<context>
    <name>pushscope::RedisPage</name>
    <message>
        <source>Redis</source>
        <translation>Redis</translation>
    </message>
    <message>
        <source>Redis at (&amp;URL):</source>
        <translation>Redis bei (&amp;URL):</translation>
    </message>
    <message>
        <source>redis://[[user]:password@]host[:port][/database], rediss:// for TLS; empty: this hub is alone</source>
        <translation>redis://[[Benutzer]:Passwort@]Rechner[:Port][/Datenbank], rediss:// für TLS; leer: dieser Hub ist allein</translation>
    </message>
    <message>
        <source>While Redis is a&amp;way:</source>
        <translation>&amp;Während Redis weg ist:</translation>
    </message>
    <message>
        <source>Publishing fails at once (503)</source>
        <translation>Veröffentlichen scheitert sofort (503)</translation>
    </message>
    <message>
        <source>Publishing waits, for 30 s at most</source>
        <translation>Veröffentlichen wartet, höchstens 30 s</translation>
    </message>
    <message>
        <source>Hubs on the same Redis and database are one hub to their clients. Events are then kept in Redis: what “Store” says of events, bytes and age counts for each channel, and a file is not used. The address is kept in a file that only you may read.</source>
        <translation>Hubs an demselben Redis und derselben Datenbank sind für ihre Clients einer. Ereignisse liegen dann in Redis: Was unter „Speicher“ zu Ereignissen, Bytes und Alter steht, gilt für jeden Kanal, und eine Datei wird nicht benutzt. Die Adresse liegt in einer Datei, die nur man selbst lesen darf.</translation>
    </message>
    <message>
        <source>&amp;Try it</source>
        <translation>A&amp;usprobieren</translation>
    </message>
    <message>
        <source>Asks this Redis whether a hub could join; nothing is written</source>
        <translation>Fragt dieses Redis, ob ein Hub beitreten könnte; geschrieben wird nichts</translation>
    </message>
    <message>
        <source>What Redis says</source>
        <translation>Was Redis sagt</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Frage …</translation>
    </message>
    <message>
        <source>A hub can join: Redis %1</source>
        <translation>Ein Hub kann beitreten: Redis %1</translation>
    </message>
    <message>
        <source>A hub cannot join: %1</source>
        <translation>Ein Hub kann nicht beitreten: %1</translation>
    </message>
</context>
<context>
    <name>pushscope::ReplayItemsModel</name>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>The event that was due</source>
        <translation>Das Ereignis, das ausstand</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>What became of it, and why</source>
        <translation>Was daraus wurde, und warum</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <source>Whether the client has said that it has it</source>
        <translation>Ob der Client gesagt hat, dass er es hat</translation>
    </message>
    <message>
        <source>At</source>
        <translation>Um</translation>
    </message>
    <message>
        <source>When it was written from the store; of a lost one, when that was known</source>
        <translation>Wann es aus dem Speicher geschrieben wurde; bei einem verlorenen, wann das bekannt war</translation>
    </message>
    <message>
        <source>Size, bytes</source>
        <translation>Größe, Bytes</translation>
    </message>
    <message>
        <source>Octets written for it</source>
        <translation>Dafür geschriebene Oktette</translation>
    </message>
    <message>
        <source>✔ missed while away, replayed</source>
        <translation>✔ verpasst, nachgeliefert</translation>
    </message>
    <message>
        <source>↺ written before but never received, replayed</source>
        <translation>↺ geschrieben, nie angekommen, nachgeliefert</translation>
    </message>
    <message>
        <source>⧉ acknowledged before, sent again</source>
        <translation>⧉ bestätigt, noch einmal gesendet</translation>
    </message>
    <message>
        <source>✖ lost: %1</source>
        <translation>✖ verloren: %1</translation>
    </message>
    <message>
        <source>✔ yes</source>
        <translation>✔ ja</translation>
    </message>
</context>
<context>
    <name>pushscope::RequestsModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>When it was answered</source>
        <translation>Wann sie beantwortet wurde</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Whether the client made it, or the event was published by it</source>
        <translation>Ob der Client sie stellte oder das Ereignis durch sie veröffentlicht wurde</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Its method and target, without secrets</source>
        <translation>Ihre Methode und ihr Ziel, ohne Geheimnisse</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>The status that it was answered with</source>
        <translation>Der Status, mit dem sie beantwortet wurde</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>From the whole request to its answer</source>
        <translation>Von der ganzen Anfrage bis zu ihrer Antwort</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Bytes</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von Adresse</translation>
    </message>
    <message>
        <source>Its body</source>
        <translation>Ihr Inhalt</translation>
    </message>
    <message>
        <source>Body of the answer</source>
        <translation>Inhalt der Antwort</translation>
    </message>
    <message>
        <source>event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>client</source>
        <translation>Client</translation>
    </message>
</context>
<context>
    <name>pushscope::RequestsView</name>
    <message>
        <source>About the requests</source>
        <translation>Zu den Anfragen</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>The selected request</source>
        <translation>Die gewählte Anfrage</translation>
    </message>
    <message>
        <source>The recording can&apos;t be read: %1</source>
        <translation>Die Aufzeichnung kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>Select a client or an event to see its HTTP requests: their query, headers and answers.</source>
        <translation>Einen Client oder ein Ereignis wählen, um die HTTP-Anfragen zu sehen: ihre Parameter, Kopfzeilen und Antworten.</translation>
    </message>
    <message>
        <source>Requests are shown from the recording, and nothing is being recorded.</source>
        <translation>Anfragen werden aus der Aufzeichnung gezeigt, und es wird nichts aufgezeichnet.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s), the newest first, without tokens and cookies.</source>
        <translation>
            <numerusform>%Ln Anfrage, ohne Tokens und Cookies.</numerusform>
            <numerusform>%Ln Anfragen, die neuesten zuerst, ohne Tokens und Cookies.</numerusform>
        </translation>
    </message>
    <message>
        <source>No request of its own published this event: it came from this window, a rule, a WebSocket or another hub.</source>
        <translation>Keine eigene Anfrage hat dieses Ereignis veröffentlicht: Es kam aus diesem Fenster, von einer Regel, über einen WebSocket oder von einem anderen Hub.</translation>
    </message>
    <message>
        <source>No request is recorded of %1.</source>
        <translation>Von %1 ist keine Anfrage aufgezeichnet.</translation>
    </message>
    <message>
        <source>Copy as cURL</source>
        <translation>Als cURL kopieren</translation>
    </message>
</context>
<context>
    <name>pushscope::Retention</name>
    <message>
        <source>%1 (user %2)</source>
        <translation>%1 (Benutzer %2)</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Nobody who is away has missed a stored event.</source>
        <translation>Niemand, der fort ist, hat ein gespeichertes Ereignis verpasst.</translation>
    </message>
    <message>
        <source>▼ %1 has lost the oldest event it missed: it was evicted.</source>
        <translation>▼ %1 hat das älteste verpasste Ereignis verloren: es wurde verdrängt.</translation>
    </message>
    <message numerus="yes">
        <source>So have %Ln other client(s).</source>
        <translation>
            <numerusform>So auch %Ln weiterer Client.</numerusform>
            <numerusform>So auch %Ln weitere Clients.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is being evicted now: what %1 has missed stays.</source>
        <translation>Nichts wird jetzt verdrängt: was %1 verpasst hat, bleibt.</translation>
    </message>
    <message>
        <source>%1 loses its oldest missed event in about %2, at %3 ids evicted a second.</source>
        <translation>%1 verliert sein ältestes verpasstes Ereignis in etwa %2, bei %3 verdrängten Ids je Sekunde.</translation>
    </message>
</context>
<context>
    <name>pushscope::RetentionModel</name>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>The client</source>
        <translation>Der Client</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Its user</source>
        <translation>Sein Benutzer</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>How it is or was connected</source>
        <translation>Wie er verbunden ist oder war</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Whether it is there now</source>
        <translation>Ob er jetzt da ist</translation>
    </message>
    <message>
        <source>Last sent</source>
        <translation>Zuletzt gesendet</translation>
    </message>
    <message>
        <source>The newest id that was written to it: its cursor, if it received it</source>
        <translation>Die neueste an ihn geschriebene Id: sein Cursor, wenn sie ankam</translation>
    </message>
    <message>
        <source>Oldest missed</source>
        <translation>Ältestes verpasstes</translation>
    </message>
    <message>
        <source>The first stored event that it has missed since it left</source>
        <translation>Das erste gespeicherte Ereignis, das er seit seinem Fortgehen verpasst hat</translation>
    </message>
    <message>
        <source>From the edge, ids</source>
        <translation>Vom Rand, Ids</translation>
    </message>
    <message>
        <source>How many ids are older in the store than the first one that it missed</source>
        <translation>Wie viele Ids im Speicher älter sind als das erste, das er verpasste</translation>
    </message>
    <message>
        <source>Loses it in</source>
        <translation>Verliert es in</translation>
    </message>
    <message>
        <source>When that event is evicted, at the present rate</source>
        <translation>Wann dieses Ereignis beim jetzigen Tempo verdrängt wird</translation>
    </message>
    <message>
        <source>✖ lost</source>
        <translation>✖ verloren</translation>
    </message>
    <message>
        <source>not now</source>
        <translation>nicht jetzt</translation>
    </message>
</context>
<context>
    <name>pushscope::RetentionView</name>
    <message>
        <source>Clients against the edge</source>
        <translation>Clients vor dem Rand</translation>
    </message>
    <message>
        <source>Who loses next</source>
        <translation>Wer als Nächster verliert</translation>
    </message>
    <message>
        <source>The chosen reconnect&apos;s cursor</source>
        <translation>Der Cursor der gewählten Wiederkehr</translation>
    </message>
    <message>
        <source>How many clients are shown</source>
        <translation>Wie viele Clients gezeigt werden</translation>
    </message>
    <message>
        <source>What the store keeps, against the clients</source>
        <translation>Was der Speicher behält, gegen die Clients</translation>
    </message>
    <message>
        <source>The bar is what the store keeps. Lines in it: the last id sent to a connected client. ▲ below: the first id that a client which is away needs. ▼ above: the chosen reconnect&apos;s cursor.</source>
        <translation>Der Balken ist, was der Speicher behält. Linien darin: die letzte Id, die einem verbundenen Client gesendet wurde. ▲ unten: die erste Id, die ein abwesender Client braucht. ▼ oben: der Cursor der gewählten Wiederkehr.</translation>
    </message>
    <message>
        <source>The %1 clients nearest to the edge, of %2.</source>
        <translation>Die %1 Clients, die dem Rand am nächsten sind, von %2.</translation>
    </message>
</context>
<context>
    <name>pushscope::RulesDrop</name>
    <message numerus="yes">
        <source>%1 has %Ln rule(s) that answer.</source>
        <translation>
            <numerusform>%1 hat %Ln Regel, die antwortet.</numerusform>
            <numerusform>%1 hat %Ln Regeln, die antworten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Use instead of the %Ln there are</source>
        <translation>
            <numerusform>Statt der %Ln vorhandenen benutzen</numerusform>
            <numerusform>Statt der %Ln vorhandenen benutzen</numerusform>
        </translation>
    </message>
    <message>
        <source>Use them</source>
        <translation>Benutzen</translation>
    </message>
    <message numerus="yes">
        <source>%1 has %Ln fault rule(s).</source>
        <translation>
            <numerusform>%1 hat %Ln Störungsregel.</numerusform>
            <numerusform>%1 hat %Ln Störungsregeln.</numerusform>
        </translation>
    </message>
    <message>
        <source>Set them</source>
        <translation>Setzen</translation>
    </message>
    <message numerus="yes">
        <source>%1 has %Ln event(s).</source>
        <translation>
            <numerusform>%1 hat %Ln Ereignis.</numerusform>
            <numerusform>%1 hat %Ln Ereignisse.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show in Inject</source>
        <translation>In Senden zeigen</translation>
    </message>
</context>
<context>
    <name>pushscope::SavedFilters</name>
    <message>
        <source>Saved filters</source>
        <translation>Gespeicherte Filter</translation>
    </message>
    <message>
        <source>Keep this filter under a name, or take one that was used before</source>
        <translation>Diesen Filter unter einem Namen behalten, oder einen früheren nehmen</translation>
    </message>
    <message>
        <source>Save this filter…</source>
        <translation>Diesen Filter speichern …</translation>
    </message>
    <message>
        <source>Remove a saved filter</source>
        <translation>Gespeicherten Filter entfernen</translation>
    </message>
    <message>
        <source>No filter was used yet</source>
        <translation>Noch wurde kein Filter benutzt</translation>
    </message>
    <message>
        <source>Save this filter</source>
        <translation>Diesen Filter speichern</translation>
    </message>
    <message>
        <source>Name of its button:</source>
        <translation>Name seines Knopfs:</translation>
    </message>
    <message>
        <source>Saved filters of %1</source>
        <translation>Gespeicherte Filter: %1</translation>
    </message>
</context>
<context>
    <name>pushscope::ScopeChart</name>
    <message>
        <source>The table beside the charts says the same figures</source>
        <translation>Die Tabelle neben den Kurven nennt dieselben Zahlen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%.0f min</source>
        <translation>%.0f min</translation>
    </message>
    <message>
        <source>%.0f s</source>
        <translation>%.0f s</translation>
    </message>
</context>
<context>
    <name>pushscope::SecondHub</name>
    <message>
        <source>the second hub is not running</source>
        <translation>der zweite Hub läuft nicht</translation>
    </message>
</context>
<context>
    <name>pushscope::SentModel</name>
    <message>
        <source>Sent at</source>
        <translation>Gesendet um</translation>
    </message>
    <message>
        <source>When it was sent</source>
        <translation>Wann es gesendet wurde</translation>
    </message>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Whom it was for</source>
        <translation>Für wen es war</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Its type</source>
        <translation>Sein Typ</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>The id that the hub gave it, or why it was not sent</source>
        <translation>Die Id, die der Hub ihm gab, oder warum es nicht gesendet wurde</translation>
    </message>
    <message>
        <source>Receivers</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>Clients that got it live</source>
        <translation>Clients, die es live bekamen</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauerte</translation>
    </message>
    <message>
        <source>From the click to the commit</source>
        <translation>Vom Klick bis zum Commit</translation>
    </message>
    <message>
        <source>An ephemeral event</source>
        <translation>Ein flüchtiges Ereignis</translation>
    </message>
    <message numerus="yes">
        <source>%Ln receiver(s)</source>
        <translation>
            <numerusform>%Ln Empfänger</numerusform>
            <numerusform>%Ln Empfänger</numerusform>
        </translation>
    </message>
    <message>
        <source>✔ %1 sent to %2: %3, in %4</source>
        <translation>✔ %1 an %2 gesendet: %3, in %4</translation>
    </message>
    <message>
        <source>✔ %1 was published with this key before: nobody gets it again, in %2</source>
        <translation>✔ %1 wurde mit diesem Schlüssel schon veröffentlicht: Niemand bekommt es noch einmal, in %2</translation>
    </message>
</context>
<context>
    <name>pushscope::SessionComparing</name>
    <message>
        <source>Compare with</source>
        <translation>Vergleichen mit</translation>
    </message>
    <message>
        <source>Another session…</source>
        <translation>Eine andere Sitzung …</translation>
    </message>
    <message>
        <source>Sessions (*.pushscope *.jsonl *.har);;All files (*)</source>
        <translation>Sitzungen (*.pushscope *.jsonl *.har);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>pushscope::SessionDesk</name>
    <message>
        <source>Nothing is recorded any more: %1</source>
        <translation>Es wird nichts mehr aufgezeichnet: %1</translation>
    </message>
    <message>
        <source>Earlier recordings</source>
        <translation>Frühere Aufzeichnungen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Open session</source>
        <translation>Sitzung öffnen</translation>
    </message>
    <message>
        <source>Sessions (*.pushscope *.jsonl *.har);;All files (*)</source>
        <translation>Sitzungen (*.pushscope *.jsonl *.har);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>The session was not opened: %1</source>
        <translation>Die Sitzung wurde nicht geöffnet: %1</translation>
    </message>
</context>
<context>
    <name>pushscope::SessionExportDialog</name>
    <message>
        <source>Export session</source>
        <translation>Sitzung exportieren</translation>
    </message>
    <message>
        <source>JSON lines: everything, one object a line</source>
        <translation>JSON-Zeilen: alles, ein Objekt je Zeile</translation>
    </message>
    <message>
        <source>CSV: the flat view, for spreadsheets</source>
        <translation>CSV: die flache Sicht, für Tabellenkalkulationen</translation>
    </message>
    <message>
        <source>HAR: for browsers&apos; developer tools</source>
        <translation>HAR: für die Entwicklerwerkzeuge von Browsern</translation>
    </message>
    <message>
        <source>pcapng: packets, for Wireshark</source>
        <translation>pcapng: Pakete, für Wireshark</translation>
    </message>
    <message>
        <source>the whole session</source>
        <translation>die ganze Sitzung</translation>
    </message>
    <message>
        <source>up to the time shown</source>
        <translation>bis zur gezeigten Zeit</translation>
    </message>
    <message>
        <source>from the time shown on</source>
        <translation>ab der gezeigten Zeit</translation>
    </message>
    <message>
        <source>all rows; or: kind == event &amp;&amp; type contains chat</source>
        <translation>alle Zeilen; oder: kind == event &amp;&amp; type contains chat</translation>
    </message>
    <message>
        <source>&amp;Time:</source>
        <translation>&amp;Zeit:</translation>
    </message>
    <message>
        <source>&amp;Rows:</source>
        <translation>Ze&amp;ilen:</translation>
    </message>
    <message>
        <source>Fi&amp;lter:</source>
        <translation>Fi&amp;lter:</translation>
    </message>
    <message>
        <source>of everything</source>
        <translation>von allem</translation>
    </message>
    <message>
        <source>of the client %1</source>
        <translation>des Clients %1</translation>
    </message>
    <message numerus="yes">
        <source>of the %Ln selected client(s)</source>
        <translation>
            <numerusform>des %Ln gewählten Clients</numerusform>
            <numerusform>der %Ln gewählten Clients</numerusform>
        </translation>
    </message>
    <message>
        <source>of the selected event</source>
        <translation>des gewählten Ereignisses</translation>
    </message>
    <message>
        <source>The filter is wrong at column %1: %2</source>
        <translation>Der Filter ist in Spalte %1 falsch: %2</translation>
    </message>
    <message>
        <source>curl lines: a shell script that does it to a hub again</source>
        <translation>curl-Zeilen: ein Shell-Skript, das es einem Hub noch einmal antut</translation>
    </message>
    <message>
        <source>HTML page: the same in a browser</source>
        <translation>HTML-Seite: dasselbe in einem Browser</translation>
    </message>
    <message>
        <source>Node script: the same in Node</source>
        <translation>Node-Skript: dasselbe in Node</translation>
    </message>
</context>
<context>
    <name>pushscope::SessionFinding</name>
    <message>
        <source>Find in the session…</source>
        <translation>In der Sitzung suchen …</translation>
    </message>
    <message>
        <source>Words, or a condition, in all that was recorded</source>
        <translation>Wörter oder eine Bedingung in allem Aufgezeichneten</translation>
    </message>
    <message>
        <source>a comment</source>
        <translation>ein Kommentar</translation>
    </message>
</context>
<context>
    <name>pushscope::SessionFlow</name>
    <message>
        <source>Exporting to %1</source>
        <translation>Export nach %1</translation>
    </message>
    <message>
        <source>%1 rows were exported to %2</source>
        <translation>%1 Zeilen wurden nach %2 exportiert</translation>
    </message>
    <message>
        <source>Save session as</source>
        <translation>Sitzung speichern unter</translation>
    </message>
    <message>
        <source>Sessions (*.pushscope);;All files (*)</source>
        <translation>Sitzungen (*.pushscope);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Saving %1</source>
        <translation>%1 wird gespeichert</translation>
    </message>
    <message>
        <source>%1 rows were saved in %2</source>
        <translation>%1 Zeilen wurden in %2 gespeichert</translation>
    </message>
    <message>
        <source>Cancelled; no file was written.</source>
        <translation>Abgebrochen; es wurde keine Datei geschrieben.</translation>
    </message>
    <message>
        <source>The file was not written: %1</source>
        <translation>Die Datei wurde nicht geschrieben: %1</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
</context>
<context>
    <name>pushscope::SessionMarks</name>
    <message>
        <source>This is no session of its own, and is left as it is: save it as one first.</source>
        <translation>Das ist keine eigene Sitzung und bleibt, wie sie ist: zuerst als Sitzung speichern.</translation>
    </message>
</context>
<context>
    <name>pushscope::SessionNoting</name>
    <message>
        <source>the selected event, %1</source>
        <translation>das gewählte Ereignis, %1</translation>
    </message>
    <message>
        <source>the selected row of the log</source>
        <translation>die gewählte Zeile des Protokolls</translation>
    </message>
    <message>
        <source>the time shown</source>
        <translation>die gezeigte Zeit</translation>
    </message>
    <message>
        <source>the client %1 at the time shown</source>
        <translation>der Client %1 zur gezeigten Zeit</translation>
    </message>
    <message>
        <source>The comment was not kept: %1</source>
        <translation>Der Kommentar wurde nicht behalten: %1</translation>
    </message>
    <message>
        <source>Mark or comment…</source>
        <translation>Marke oder Kommentar …</translation>
    </message>
    <message>
        <source>Keeps a comment on what is selected, or on the time shown, in the session&apos;s file</source>
        <translation>Behält einen Kommentar zum Gewählten oder zur gezeigten Zeit in der Datei der Sitzung</translation>
    </message>
    <message>
        <source>Marks and comments…</source>
        <translation>Marken und Kommentare …</translation>
    </message>
    <message>
        <source>Next mark</source>
        <translation>Nächste Marke</translation>
    </message>
    <message>
        <source>Previous mark</source>
        <translation>Vorige Marke</translation>
    </message>
    <message>
        <source>There is no mark after this time.</source>
        <translation>Nach dieser Zeit gibt es keine Marke.</translation>
    </message>
    <message>
        <source>There is no mark before this time.</source>
        <translation>Vor dieser Zeit gibt es keine Marke.</translation>
    </message>
    <message>
        <source>The comment was removed.</source>
        <translation>Der Kommentar wurde entfernt.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>pushscope::SessionWindow</name>
    <message>
        <source>Importing %1</source>
        <translation>%1 wird importiert</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%1 (recorded) – Pushscope</source>
        <translation>%1 (aufgezeichnet) – Pushscope</translation>
    </message>
    <message>
        <source>A part of %1 is damaged; what can be read is shown. The file is left as it is. (%2)</source>
        <translation>Ein Teil von %1 ist beschädigt; was lesbar ist, wird gezeigt. Die Datei bleibt, wie sie ist. (%2)</translation>
    </message>
    <message>
        <source>%1 has no rows.</source>
        <translation>%1 hat keine Zeilen.</translation>
    </message>
    <message>
        <source>%1 was not ended: it is still being recorded, or its program was killed. Shown is what had been written.</source>
        <translation>%1 wurde nicht beendet: Die Aufzeichnung läuft noch, oder ihr Programm wurde abgebrochen. Gezeigt wird, was geschrieben war.</translation>
    </message>
    <message>
        <source>Play back into the hub…</source>
        <translation>In den Hub wiedergeben …</translation>
    </message>
    <message>
        <source>Publishes the events of this session again, with the spacing that they had</source>
        <translation>Sendet die Ereignisse dieser Sitzung noch einmal, mit ihren Abständen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) or entry(ies) of it are not understood.</source>
        <translation>
            <numerusform>%Ln Zeile (oder ein Eintrag) darin ist nicht zu verstehen.</numerusform>
            <numerusform>%Ln Zeilen (oder Einträge) darin sind nicht zu verstehen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Its last line is cut off: its end is missing.</source>
        <translation>Die letzte Zeile ist abgeschnitten: Ihr Ende fehlt.</translation>
    </message>
    <message>
        <source>What can be read of %1 is shown; the file is left as it is.</source>
        <translation>Gezeigt wird, was von %1 zu lesen ist; die Datei bleibt, wie sie ist.</translation>
    </message>
</context>
<context>
    <name>pushscope::Settings</name>
    <message>
        <source>%1 cannot be kept in %2: %3</source>
        <translation>%1 kann in %2 nicht aufbewahrt werden: %3</translation>
    </message>
    <message>
        <source>the hub&apos;s secret</source>
        <translation>das Geheimnis des Hubs</translation>
    </message>
    <message>
        <source>the address of Redis</source>
        <translation>die Adresse von Redis</translation>
    </message>
    <message>
        <source>the address of Redis cannot be removed from %1: %2</source>
        <translation>die Adresse von Redis kann nicht aus %1 entfernt werden: %2</translation>
    </message>
</context>
<context>
    <name>pushscope::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Save and &amp;restart now</source>
        <translation>Speichern und neu &amp;starten</translation>
    </message>
    <message>
        <source>Search the settings</source>
        <translation>In den Einstellungen suchen</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Something here is not right yet</source>
        <translation>Hier stimmt etwas noch nicht</translation>
    </message>
    <message>
        <source>The running hub takes this with its next start.</source>
        <translation>Der laufende Hub übernimmt das mit seinem nächsten Start.</translation>
    </message>
    <message>
        <source>Size and language change with the next start of Pushscope.</source>
        <translation>Größe und Sprache ändern sich mit dem nächsten Start von Pushscope.</translation>
    </message>
</context>
<context>
    <name>pushscope::SettingsPage</name>
    <message>
        <source>&apos;%1&apos; is not a whole number</source>
        <translation>&apos;%1&apos; ist keine ganze Zahl</translation>
    </message>
</context>
<context>
    <name>pushscope::SimulatedClientsDialog</name>
    <message>
        <source>Simulated clients</source>
        <translation>Simulierte Clients</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Wie viele</translation>
    </message>
    <message>
        <source>%1 Event &amp;streams:</source>
        <translation>%1 Ereignis&amp;ströme:</translation>
    </message>
    <message>
        <source>%1 &amp;WebSockets:</source>
        <translation>%1 &amp;WebSockets:</translation>
    </message>
    <message>
        <source>%1 &amp;Long pollers:</source>
        <translation>%1 &amp;Long Poller:</translation>
    </message>
    <message>
        <source>&amp;User names begin with:</source>
        <translation>&amp;Benutzernamen beginnen mit:</translation>
    </message>
    <message>
        <source>Separated by spaces</source>
        <translation>Durch Leerzeichen getrennt</translation>
    </message>
    <message>
        <source>&amp;Rooms:</source>
        <translation>&amp;Räume:</translation>
    </message>
    <message>
        <source>When the connection ends</source>
        <translation>Wenn die Verbindung endet</translation>
    </message>
    <message>
        <source>Stay away</source>
        <translation>Fortbleiben</translation>
    </message>
    <message>
        <source>Come back at once</source>
        <translation>Sofort wiederkommen</translation>
    </message>
    <message>
        <source>Come back at a fixed pace</source>
        <translation>In festem Takt wiederkommen</translation>
    </message>
    <message>
        <source>Come back with growing pauses</source>
        <translation>Mit wachsenden Pausen wiederkommen</translation>
    </message>
    <message>
        <source>&amp;Policy:</source>
        <translation>&amp;Verhalten:</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source>&amp;First pause:</source>
        <translation>&amp;Erste Pause:</translation>
    </message>
    <message>
        <source>Lon&amp;gest pause:</source>
        <translation>Längste &amp;Pause:</translation>
    </message>
    <message>
        <source>Gro&amp;ws by the factor:</source>
        <translation>&amp;Wächst um den Faktor:</translation>
    </message>
    <message>
        <source>Pauses are &amp;random up to this</source>
        <translation>Pausen sind bis dahin &amp;zufällig</translation>
    </message>
    <message>
        <source>Event streams heed “re&amp;try:”</source>
        <translation>Ereignisströme beachten „re&amp;try:“</translation>
    </message>
    <message>
        <source>Res&amp;ume with the cursor they had</source>
        <translation>Mit ihrem Cursor weiter&amp;machen</translation>
    </message>
    <message>
        <source>Say who they are (client&amp;Id)</source>
        <translation>Sagen, wer sie sind (client&amp;Id)</translation>
    </message>
    <message>
        <source>What they do wrong</source>
        <translation>Was sie falsch machen</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>&amp;Misbehaviour:</source>
        <translation>&amp;Fehlverhalten:</translation>
    </message>
    <message>
        <source>The Findings pane names them after a while.</source>
        <translation>Der Bereich Befunde nennt sie nach einer Weile.</translation>
    </message>
    <message>
        <source>Only %1 can; the others behave well. The Findings pane names them after a while.</source>
        <translation>Nur %1 kann das; die anderen verhalten sich gut. Der Bereich Befunde nennt sie nach einer Weile.</translation>
    </message>
    <message>
        <source>At work</source>
        <translation>Am Werk</translation>
    </message>
    <message>
        <source>&amp;Add clients</source>
        <translation>Clients hin&amp;zufügen</translation>
    </message>
    <message>
        <source>&amp;Cut half of them</source>
        <translation>&amp;Die Hälfte abschneiden</translation>
    </message>
    <message>
        <source>Half of the simulated clients drop their connection and come back by their policy</source>
        <translation>Die Hälfte der simulierten Clients trennt sich und kommt nach ihrem Verhalten wieder</translation>
    </message>
    <message>
        <source>Stop a&amp;ll</source>
        <translation>&amp;Alle anhalten</translation>
    </message>
    <message>
        <source>%1 of %2 connected · %3 events received · %4 twice · %5 gaps · %6 out of order · %7 reconnects</source>
        <translation>%1 von %2 verbunden · %3 Ereignisse empfangen · %4 doppelt · %5 Lücken · %6 in falscher Folge · %7 Wiederkehren</translation>
    </message>
    <message>
        <source>Start the hub first.</source>
        <translation>Starte zuerst den Hub.</translation>
    </message>
    <message>
        <source>They behave well. Where thousands are too many for this machine they answer late, and findings may say so.</source>
        <translation>Sie verhalten sich richtig. Wo Tausende zu viel für diesen Rechner sind, antworten sie spät, und Befunde können das melden.</translation>
    </message>
</context>
<context>
    <name>pushscope::StatusLine</name>
    <message>
        <source>Hub state</source>
        <translation>Zustand des Hubs</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>Verworfen</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>Einfrieren</translation>
    </message>
    <message>
        <source>Show the fault rules</source>
        <translation>Die Störungsregeln zeigen</translation>
    </message>
    <message>
        <source>Remove all faults</source>
        <translation>Alle Störungen entfernen</translation>
    </message>
    <message>
        <source>✕ all</source>
        <translation>✕ alle</translation>
    </message>
    <message>
        <source>Show what is wrong with the clients</source>
        <translation>Zeigen, was mit den Clients nicht stimmt</translation>
    </message>
    <message>
        <source>no faults</source>
        <translation>keine Störung</translation>
    </message>
    <message numerus="yes">
        <source>⚡ %Ln fault(s)</source>
        <translation>
            <numerusform>⚡ %Ln Störung</numerusform>
            <numerusform>⚡ %Ln Störungen</numerusform>
        </translation>
    </message>
    <message>
        <source>no findings</source>
        <translation>kein Befund</translation>
    </message>
    <message numerus="yes">
        <source>△ %Ln finding(s)</source>
        <translation>
            <numerusform>△ %Ln Befund</numerusform>
            <numerusform>△ %Ln Befunde</numerusform>
        </translation>
    </message>
    <message>
        <source>❄ view frozen, capture goes on</source>
        <translation>❄ Anzeige eingefroren, die Aufzeichnung geht weiter</translation>
    </message>
    <message>
        <source>F8 goes on; nothing is lost meanwhile</source>
        <translation>F8 geht weiter; inzwischen geht nichts verloren</translation>
    </message>
    <message>
        <source>● running on %1</source>
        <translation>● läuft auf %1</translation>
    </message>
    <message>
        <source>◌ starting</source>
        <translation>◌ startet</translation>
    </message>
    <message>
        <source>◌ draining</source>
        <translation>◌ leert sich</translation>
    </message>
    <message>
        <source>○ stopped</source>
        <translation>○ angehalten</translation>
    </message>
    <message>
        <source>clients %1</source>
        <translation>Clients %1</translation>
    </message>
    <message>
        <source>%1 events/s → %2 deliveries/s</source>
        <translation>%1 Ereignisse/s → %2 Zustellungen/s</translation>
    </message>
    <message>
        <source>Published and delivered, over the last second</source>
        <translation>Veröffentlicht und zugestellt, in der letzten Sekunde</translation>
    </message>
    <message>
        <source>dropped %1</source>
        <translation>verworfen %1</translation>
    </message>
    <message>
        <source>Clients dropped because they read too slowly</source>
        <translation>Clients, die getrennt wurden, weil sie zu langsam lasen</translation>
    </message>
    <message>
        <source>store %1</source>
        <translation>Speicher %1</translation>
    </message>
    <message>
        <source>store %1 (oldest %2)</source>
        <translation>Speicher %1 (ältestes %2)</translation>
    </message>
    <message>
        <source>Events kept in the store: %1</source>
        <translation>Im Speicher behaltene Ereignisse: %1</translation>
    </message>
    <message>
        <source>◷ recorded: %1</source>
        <translation>◷ aufgezeichnet: %1</translation>
    </message>
    <message>
        <source>Show the bus</source>
        <translation>Den Bus zeigen</translation>
    </message>
    <message>
        <source>second hub on %1</source>
        <translation>zweiter Hub auf %1</translation>
    </message>
</context>
<context>
    <name>pushscope::StorePage</name>
    <message>
        <source>Store</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>&amp;Durability:</source>
        <translation>&amp;Dauerhaftigkeit:</translation>
    </message>
    <message>
        <source>fsync: survives a power cut</source>
        <translation>fsync: übersteht einen Stromausfall</translation>
    </message>
    <message>
        <source>committed: survives a crash of the hub</source>
        <translation>committed: übersteht einen Absturz des Hubs</translation>
    </message>
    <message>
        <source>relaxed: answers before the commit</source>
        <translation>relaxed: antwortet vor dem Schreiben</translation>
    </message>
    <message>
        <source>Keep at most &amp;events:</source>
        <translation>Höchstens &amp;Ereignisse:</translation>
    </message>
    <message>
        <source>0: no limit</source>
        <translation>0: keine Grenze</translation>
    </message>
    <message>
        <source>Keep at most &amp;bytes:</source>
        <translation>Höchstens &amp;Bytes:</translation>
    </message>
    <message>
        <source>512MiB; 0: no limit</source>
        <translation>512MiB; 0: keine Grenze</translation>
    </message>
    <message>
        <source>Keep at most for (&amp;age):</source>
        <translation>Höchstens so lange (&amp;Alter):</translation>
    </message>
    <message>
        <source>24h, 30m; 0s: no limit</source>
        <translation>24h, 30m; 0s: keine Grenze</translation>
    </message>
    <message>
        <source>&amp;Keep events in:</source>
        <translation>Ereignisse &amp;halten in:</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Arbeitsspeicher</translation>
    </message>
    <message>
        <source>A file (SQLite)</source>
        <translation>einer Datei (SQLite)</translation>
    </message>
    <message>
        <source>&amp;File:</source>
        <translation>&amp;Datei:</translation>
    </message>
    <message>
        <source>Name of the file</source>
        <translation>Name der Datei</translation>
    </message>
    <message>
        <source>Bro&amp;wse…</source>
        <translation>&amp;Auswählen …</translation>
    </message>
    <message>
        <source>Browse for the store file</source>
        <translation>Speicherdatei auswählen</translation>
    </message>
    <message>
        <source>Store file</source>
        <translation>Speicherdatei</translation>
    </message>
    <message>
        <source>SQLite (*.db *.sqlite)</source>
        <translation>SQLite (*.db *.sqlite)</translation>
    </message>
    <message>
        <source>the file needs a name</source>
        <translation>die Datei braucht einen Namen</translation>
    </message>
</context>
<context>
    <name>pushscope::Storm</name>
    <message>
        <source>many connections ended</source>
        <translation>viele Verbindungen endeten</translation>
    </message>
</context>
<context>
    <name>pushscope::StormChart</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>▮ attempts per 100 ms</source>
        <translation>▮ Versuche je 100 ms</translation>
    </message>
    <message>
        <source>─ connected</source>
        <translation>─ verbunden</translation>
    </message>
    <message>
        <source>┄ caught up</source>
        <translation>┄ aufgeholt</translation>
    </message>
</context>
<context>
    <name>pushscope::StormStepsModel</name>
    <message>
        <source>From, ms</source>
        <translation>Ab, ms</translation>
    </message>
    <message>
        <source>After the first cut; a step is 100 ms long</source>
        <translation>Nach dem ersten Abschneiden; ein Schritt dauert 100 ms</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Requests within the step, refused ones too</source>
        <translation>Anfragen in diesem Schritt, auch abgewiesene</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Clients connected at its end</source>
        <translation>An seinem Ende verbundene Clients</translation>
    </message>
    <message>
        <source>Caught up</source>
        <translation>Aufgeholt</translation>
    </message>
    <message>
        <source>Of those that were cut, how many had all they missed at its end</source>
        <translation>Wie viele der Abgeschnittenen an seinem Ende alles Verpasste hatten</translation>
    </message>
</context>
<context>
    <name>pushscope::StormsModel</name>
    <message>
        <source>At</source>
        <translation>Um</translation>
    </message>
    <message>
        <source>When the first one was cut</source>
        <translation>Wann der erste abgeschnitten wurde</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Ursache</translation>
    </message>
    <message>
        <source>What cut them</source>
        <translation>Was sie abschnitt</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Abgeschnitten</translation>
    </message>
    <message>
        <source>Clients that were cut</source>
        <translation>Abgeschnittene Clients</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Of these, how many are back</source>
        <translation>Wie viele davon wieder da sind</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Requests since then, refused ones too</source>
        <translation>Anfragen seitdem, auch abgewiesene</translation>
    </message>
    <message>
        <source>Peak per 100 ms</source>
        <translation>Spitze je 100 ms</translation>
    </message>
    <message>
        <source>The most attempts within 100 ms</source>
        <translation>Die meisten Versuche innerhalb von 100 ms</translation>
    </message>
    <message>
        <source>Back p50, ms</source>
        <translation>Zurück p50, ms</translation>
    </message>
    <message>
        <source>Half of them were back so long after their connection ended</source>
        <translation>Die Hälfte war so lange nach dem Ende ihrer Verbindung zurück</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>95 % of them were back</source>
        <translation>95 % davon waren zurück</translation>
    </message>
    <message>
        <source>max</source>
        <translation>max</translation>
    </message>
    <message>
        <source>The last one was back</source>
        <translation>Der Letzte war zurück</translation>
    </message>
    <message>
        <source>Caught up p50, ms</source>
        <translation>Aufgeholt p50, ms</translation>
    </message>
    <message>
        <source>Half of them had all they missed so long after their connection ended</source>
        <translation>Die Hälfte hatte so lange nach dem Ende ihrer Verbindung alles Verpasste</translation>
    </message>
    <message>
        <source>95 % of them had caught up</source>
        <translation>95 % davon hatten aufgeholt</translation>
    </message>
    <message>
        <source>The last one had caught up</source>
        <translation>Der Letzte hatte aufgeholt</translation>
    </message>
    <message>
        <source>p50 %1, p95 %2, last %3</source>
        <translation>p50 %1, p95 %2, der letzte %3</translation>
    </message>
    <message>
        <source>%1: %2 of %3 clients are back after %4 attempts, at most %5 of them within 100 ms.</source>
        <translation>%1: %2 von %3 Clients sind nach %4 Versuchen wieder da, höchstens %5 davon innerhalb von 100 ms.</translation>
    </message>
    <message>
        <source>Back after: %1.</source>
        <translation>Zurück nach: %1.</translation>
    </message>
    <message>
        <source>Caught up: %1, after %2.</source>
        <translation>Aufgeholt: %1, nach %2.</translation>
    </message>
    <message>
        <source>The others did not come back within a minute.</source>
        <translation>Die anderen kamen innerhalb einer Minute nicht wieder.</translation>
    </message>
</context>
<context>
    <name>pushscope::StormsPane</name>
    <message>
        <source>The last storms</source>
        <translation>Die letzten Stürme</translation>
    </message>
    <message>
        <source>The chosen storm in steps of 100 ms</source>
        <translation>Der gewählte Sturm in Schritten von 100 ms</translation>
    </message>
    <message>
        <source>The chosen storm</source>
        <translation>Der gewählte Sturm</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Drop all</source>
        <translation>Alle trennen</translation>
    </message>
    <message>
        <source>End every client&apos;s connection and see how they come back</source>
        <translation>Die Verbindung jedes Clients beenden und sehen, wie sie wiederkommen</translation>
    </message>
    <message>
        <source>With RST</source>
        <translation>Mit RST</translation>
    </message>
    <message>
        <source>all dropped with RST</source>
        <translation>alle mit RST getrennt</translation>
    </message>
    <message>
        <source>With FIN</source>
        <translation>Mit FIN</translation>
    </message>
    <message>
        <source>all dropped with FIN</source>
        <translation>alle mit FIN getrennt</translation>
    </message>
    <message>
        <source>With close code 1012</source>
        <translation>Mit Close-Code 1012</translation>
    </message>
    <message>
        <source>all closed with 1012</source>
        <translation>alle mit 1012 geschlossen</translation>
    </message>
    <message>
        <source>Restart as a deployment does</source>
        <translation>Neu starten wie bei einem Deployment</translation>
    </message>
    <message>
        <source>The hub leaves its clients as a server does that is restarted; it keeps its events</source>
        <translation>Der Hub verlässt seine Clients wie ein Server, der neu gestartet wird; er behält seine Ereignisse</translation>
    </message>
    <message>
        <source>With drain</source>
        <translation>Mit Leeren</translation>
    </message>
    <message>
        <source>hub restarted with drain</source>
        <translation>Hub mit Leeren neu gestartet</translation>
    </message>
    <message>
        <source>Without drain</source>
        <translation>Ohne Leeren</translation>
    </message>
    <message>
        <source>hub restarted without drain</source>
        <translation>Hub ohne Leeren neu gestartet</translation>
    </message>
    <message>
        <source>How the clients come back</source>
        <translation>Wie die Clients wiederkommen</translation>
    </message>
    <message>
        <source>The tab “Figures” has the same figures as a table</source>
        <translation>Der Reiter „Zahlen“ hat dieselben Zahlen als Tabelle</translation>
    </message>
    <message>
        <source>The chosen storm as</source>
        <translation>Der gewählte Sturm als</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>✖ Nothing was cut: %1</source>
        <translation>✖ Nichts wurde abgeschnitten: %1</translation>
    </message>
    <message numerus="yes">
        <source>Drop all clients, or restart the hub, to see how they come back. When at least %Ln clients are cut within two seconds, and a quarter of all, it is recorded by itself.</source>
        <translation>
            <numerusform>Trenne alle Clients, oder starte den Hub neu, um zu sehen, wie sie wiederkommen. Wenn mindestens %Ln Client innerhalb von zwei Sekunden abgeschnitten wird, und ein Viertel aller, wird es von selbst aufgezeichnet.</numerusform>
            <numerusform>Trenne alle Clients, oder starte den Hub neu, um zu sehen, wie sie wiederkommen. Wenn mindestens %Ln Clients innerhalb von zwei Sekunden abgeschnitten werden, und ein Viertel aller, wird es von selbst aufgezeichnet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Reconnect storms</source>
        <translation>Wiederkehrstürme</translation>
    </message>
    <message>
        <source>Storm</source>
        <translation>Sturm</translation>
    </message>
</context>
<context>
    <name>pushscope::TableBar</name>
    <message>
        <source>Go to the end and follow it (Esc in the table)</source>
        <translation>Zum Ende gehen und ihm folgen (Esc in der Tabelle)</translation>
    </message>
    <message numerus="yes">
        <source>▼ %Ln new</source>
        <translation>
            <numerusform>▼ %Ln neu</numerusform>
            <numerusform>▼ %Ln neu</numerusform>
        </translation>
    </message>
    <message>
        <source>▼ Follow</source>
        <translation>▼ Folgen</translation>
    </message>
</context>
<context>
    <name>pushscope::ThroughputPane</name>
    <message>
        <source>Throughput figures</source>
        <translation>Zahlen zum Durchsatz</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>1/s</source>
        <translation>1/s</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Verzögerung</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message numerus="yes">
        <source>%Ln min</source>
        <translation>
            <numerusform>%Ln min</numerusform>
            <numerusform>%Ln min</numerusform>
        </translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Stop the charts; the capture goes on</source>
        <translation>Die Kurven anhalten; die Aufzeichnung geht weiter</translation>
    </message>
    <message>
        <source>&amp;Last</source>
        <translation>&amp;Letzte</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Export charts</source>
        <translation>Kurven exportieren</translation>
    </message>
    <message>
        <source>Figures as CSV…</source>
        <translation>Zahlen als CSV …</translation>
    </message>
    <message>
        <source>Charts as PNG…</source>
        <translation>Kurven als PNG …</translation>
    </message>
    <message>
        <source>Nothing measured yet</source>
        <translation>Noch nichts gemessen</translation>
    </message>
    <message>
        <source>At %1</source>
        <translation>Um %1</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation>Nach %1 exportiert</translation>
    </message>
    <message>
        <source>Not exported: %1</source>
        <translation>Nicht exportiert: %1</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>Durchsatz</translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>Schlangen</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Charts as SVG…</source>
        <translation>Kurven als SVG …</translation>
    </message>
    <message>
        <source>%1 (*.%2)</source>
        <translation>%1 (*.%2)</translation>
    </message>
    <message>
        <source>Throughput tables</source>
        <translation>Tabellen zum Durchsatz</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>Limits of the hub</source>
        <translation>Grenzen des Hubs</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Cost of an event over each way to a client</source>
        <translation>Kosten eines Ereignisses auf jedem Weg zum Client</translation>
    </message>
    <message>
        <source>Latencies as a table</source>
        <translation>Latenzen als Tabelle</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Kurven</translation>
    </message>
    <message>
        <source>How many deliveries took how long, in the time of the charts</source>
        <translation>Wie viele Zustellungen wie lange dauerten, in der Zeit der Kurven</translation>
    </message>
    <message>
        <source>Latencies as CSV…</source>
        <translation>Latenzen als CSV …</translation>
    </message>
    <message>
        <source>last %1</source>
        <translation>letzte %1</translation>
    </message>
    <message>
        <source>the picture could not be made</source>
        <translation>das Bild ließ sich nicht machen</translation>
    </message>
    <message>
        <source>latency: ─ p50  ╌ p95  ┈ p99</source>
        <translation>Verzögerung: ─ p50  ╌ p95  ┈ p99</translation>
    </message>
</context>
<context>
    <name>pushscope::TimeSlider</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Time of the session</source>
        <translation>Zeit der Sitzung</translation>
    </message>
    <message>
        <source>To the beginning</source>
        <translation>Zum Anfang</translation>
    </message>
    <message>
        <source>Time shown</source>
        <translation>Gezeigte Zeit</translation>
    </message>
    <message>
        <source>The whole window shows the session at this time</source>
        <translation>Das ganze Fenster zeigt die Sitzung zu dieser Zeit</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>Zum Ende</translation>
    </message>
    <message>
        <source>Let the time run</source>
        <translation>Zeit laufen lassen</translation>
    </message>
    <message>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>How fast the time runs</source>
        <translation>Wie schnell die Zeit läuft</translation>
    </message>
    <message>
        <source>%1 · %2 of %3 s</source>
        <translation>%1 · %2 von %3 s</translation>
    </message>
    <message numerus="yes">
        <source>The whole window shows the session at this time; there are %Ln mark(s)</source>
        <translation>
            <numerusform>Das ganze Fenster zeigt die Sitzung zu dieser Zeit; es gibt %Ln Marke</numerusform>
            <numerusform>Das ganze Fenster zeigt die Sitzung zu dieser Zeit; es gibt %Ln Marken</numerusform>
        </translation>
    </message>
    <message>
        <source>Goes through the session as it was recorded</source>
        <translation>Geht durch die Sitzung, wie sie aufgezeichnet wurde</translation>
    </message>
</context>
<context>
    <name>pushscope::TimelinePane</name>
    <message>
        <source>Timeline as text</source>
        <translation>Zeitachse als Text</translation>
    </message>
    <message>
        <source>Filter clients: a name, or protocol == ws</source>
        <translation>Clients filtern: ein Name, oder protocol == ws</translation>
    </message>
    <message>
        <source>First seen</source>
        <translation>Zuerst</translation>
    </message>
    <message>
        <source>Last active</source>
        <translation>Zuletzt aktiv</translation>
    </message>
    <message>
        <source>As in Clients</source>
        <translation>Wie unter Clients</translation>
    </message>
    <message>
        <source>&amp;Order</source>
        <translation>&amp;Folge</translation>
    </message>
    <message>
        <source>Fit all</source>
        <translation>Alles einpassen</translation>
    </message>
    <message>
        <source>Fit all that is recorded (F)</source>
        <translation>Alles Aufgezeichnete einpassen (F)</translation>
    </message>
    <message>
        <source>Fit selection</source>
        <translation>Auswahl einpassen</translation>
    </message>
    <message>
        <source>Fit the span that was drawn across a lane (S)</source>
        <translation>Die über eine Spur gezogene Spanne einpassen (S)</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>Stören</translation>
    </message>
    <message>
        <source>Break the selected client&apos;s connection for the span that was drawn, or 5 s (Return)</source>
        <translation>Die Verbindung des ausgewählten Clients für die gezogene Spanne stören, oder 5 s (Eingabe)</translation>
    </message>
    <message>
        <source>As text</source>
        <translation>Als Text</translation>
    </message>
    <message>
        <source>The selected client&apos;s lane as a table</source>
        <translation>Die Spur des ausgewählten Clients als Tabelle</translation>
    </message>
    <message>
        <source>▼ Follow</source>
        <translation>▼ Folgen</translation>
    </message>
    <message>
        <source>Go to the end and follow it (End)</source>
        <translation>Zum Ende gehen und ihm folgen (Ende)</translation>
    </message>
    <message>
        <source>%1 older events dropped</source>
        <translation>%1 ältere Ereignisse verworfen</translation>
    </message>
    <message>
        <source>%1 clients without a lane</source>
        <translation>%1 Clients ohne Spur</translation>
    </message>
    <message numerus="yes">
        <source>▼ %Ln new</source>
        <translation>
            <numerusform>▼ %Ln neu</numerusform>
            <numerusform>▼ %Ln neu</numerusform>
        </translation>
    </message>
    <message>
        <source>Break %1 for %2, from now on</source>
        <translation>%1 für %2 stören, ab jetzt</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>HTTP</source>
        <translation>HTTP</translation>
    </message>
    <message>
        <source>Push</source>
        <translation>Push</translation>
    </message>
    <message>
        <source>%1: %2, %3 (fault %4)</source>
        <translation>%1: %2, %3 (Störung %4)</translation>
    </message>
    <message>
        <source>%1 is not broken: %2</source>
        <translation>%1 wird nicht gestört: %2</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitachse</translation>
    </message>
</context>
<context>
    <name>pushscope::TimelineText</name>
    <message>
        <source>still</source>
        <translation>noch</translation>
    </message>
    <message>
        <source>%1 µs</source>
        <translation>%1 µs</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>ephemeral event, not stored</source>
        <translation>flüchtiges Ereignis, nicht gespeichert</translation>
    </message>
    <message>
        <source>live %1</source>
        <translation>live %1</translation>
    </message>
    <message>
        <source>replayed %1</source>
        <translation>nachgeliefert %1</translation>
    </message>
    <message>
        <source>replayed %1; %2</source>
        <translation>nachgeliefert %1; %2</translation>
    </message>
    <message>
        <source>✖ events lost: %1</source>
        <translation>✖ Ereignisse verloren: %1</translation>
    </message>
    <message>
        <source>✖ %1 %2 lost: %3</source>
        <translation>✖ %1 %2 verloren: %3</translation>
    </message>
    <message>
        <source>refused: %1</source>
        <translation>abgewiesen: %1</translation>
    </message>
    <message>
        <source>told of a gap: %1</source>
        <translation>erfuhr von einer Lücke: %1</translation>
    </message>
    <message>
        <source>⚡ %1: %2</source>
        <translation>⚡ %1: %2</translation>
    </message>
    <message>
        <source>%1 connection %2</source>
        <translation>%1 Verbindung %2</translation>
    </message>
    <message>
        <source>away: %1</source>
        <translation>fort: %1</translation>
    </message>
</context>
<context>
    <name>pushscope::TimelineTextModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>When it began</source>
        <translation>Wann es begann</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>How long it lasted</source>
        <translation>Wie lange es dauerte</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>What happened to the client</source>
        <translation>Was dem Client geschah</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Events delivered on this connection</source>
        <translation>Auf dieser Verbindung zugestellte Ereignisse</translation>
    </message>
    <message>
        <source>away: %1</source>
        <translation>fort: %1</translation>
    </message>
    <message>
        <source>↻ %1: %2</source>
        <translation>↻ %1: %2</translation>
    </message>
    <message>
        <source>⚑ mark: %1</source>
        <translation>⚑ Marke: %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln live</source>
        <translation>
            <numerusform>%Ln live</numerusform>
            <numerusform>%Ln live</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln replayed</source>
        <translation>
            <numerusform>%Ln nachgeliefert</numerusform>
            <numerusform>%Ln nachgeliefert</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushscope::TimelineView</name>
    <message>
        <source>Drag: move. Wheel: zoom, with Shift move, with Ctrl the height of lanes.
Drag across a lane: choose a span to break.</source>
        <translation>Ziehen: bewegen. Rad: zoomen, mit Umschalt bewegen, mit Strg die Höhe der Spuren.
Über eine Spur ziehen: eine Spanne zum Stören wählen.</translation>
    </message>
    <message>
        <source>Timeline lanes</source>
        <translation>Spuren der Zeitachse</translation>
    </message>
    <message>
        <source>A lane for each client on one time axis. Left and right move in time, plus and minus zoom, up and down choose a client, Return breaks its connection. The same as a table: As text.</source>
        <translation>Eine Spur für jeden Client auf einer Zeitachse. Links und rechts bewegen in der Zeit, Plus und Minus zoomen, hoch und runter wählen einen Client, Eingabe stört seine Verbindung. Dasselbe als Tabelle: Als Text.</translation>
    </message>
    <message>
        <source>%1 chosen</source>
        <translation>%1 gewählt</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>No client has been here yet.
Each one gets a lane when it connects.</source>
        <translation>Noch war kein Client hier.
Jeder bekommt eine Spur, wenn er sich verbindet.</translation>
    </message>
    <message>
        <source>The filter hides all clients.</source>
        <translation>Der Filter verbirgt alle Clients.</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitachse</translation>
    </message>
    <message>
        <source>No hub has run yet.
The time axis begins when one starts.</source>
        <translation>Noch lief kein Hub.
Die Zeitachse beginnt, wenn einer startet.</translation>
    </message>
</context>
<context>
    <name>pushscope::Tour</name>
    <message>
        <source>Who is connected</source>
        <translation>Wer verbunden ist</translation>
    </message>
    <message>
        <source>Each row is a client, over all its connections and reconnects. While nobody is there, this pane has code to paste, a test page and simulated clients. Right-click a cell to filter by it.</source>
        <translation>Jede Zeile ist ein Client, über alle seine Verbindungen. Solange niemand da ist, hat dieser Bereich Code zum Einfügen, eine Testseite und simulierte Clients. Ein Rechtsklick auf eine Zelle filtert nach ihr.</translation>
    </message>
    <message>
        <source>When it happened</source>
        <translation>Wann es geschah</translation>
    </message>
    <message>
        <source>A lane per client on one time axis: events solid, replayed ones hollow, gaps, faults hatched. Drag across a lane to break that span.</source>
        <translation>Eine Spur je Client auf einer Zeitachse: Ereignisse voll, nachgelieferte hohl, Lücken, Störungen schraffiert. Über eine Spur ziehen stört diese Spanne.</translation>
    </message>
    <message>
        <source>Send an event</source>
        <translation>Ein Ereignis senden</translation>
    </message>
    <message>
        <source>Write whom it is for, its type and its JSON, and press Ctrl+Return. Then it says who got it and how fast.</source>
        <translation>Schreibe, für wen es ist, seinen Typ und sein JSON, und drücke Strg+Eingabe. Dann steht da, wer es bekam und wie schnell.</translation>
    </message>
    <message>
        <source>Break things on purpose</source>
        <translation>Mit Absicht stören</translation>
    </message>
    <message>
        <source>Cut, delay, throttle or lose, for some clients or all. Every rule is shown while it works and can be undone.</source>
        <translation>Abschneiden, verzögern, drosseln oder verlieren, für einige Clients oder alle. Jede Regel wird gezeigt, solange sie wirkt, und kann zurückgenommen werden.</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>Was daraus wurde</translation>
    </message>
    <message>
        <source>A row for each reconnect: what the client missed, got again or lost, and why, id by id.</source>
        <translation>Eine Zeile je Wiederkehr: was der Client verpasste, noch einmal bekam oder verlor, und warum, Id für Id.</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Was nicht stimmt</translation>
    </message>
    <message>
        <source>Mistakes of a client in a sentence, with the evidence one click away and what to change.</source>
        <translation>Fehler eines Clients in einem Satz, der Beweis einen Klick entfernt, und was zu ändern ist.</translation>
    </message>
    <message>
        <source>And the rest</source>
        <translation>Und das Übrige</translation>
    </message>
    <message>
        <source>Ctrl+K finds any command, client, event or setting. F8 freezes the view, F1 lists the keys. The Window menu has layouts; the manual is in the Help menu.</source>
        <translation>Strg+K findet jeden Befehl, Client, jedes Ereignis und jede Einstellung. F8 friert die Anzeige ein, F1 nennt die Tasten. Das Menü Fenster hat Anordnungen; das Handbuch ist im Menü Hilfe.</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>Tour</source>
        <translation>Rundgang</translation>
    </message>
    <message>
        <source>&amp;End tour</source>
        <translation>Rundgang &amp;beenden</translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <translation>%1 von %2: %3</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;Fertig</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Weiter</translation>
    </message>
</context>
<context>
    <name>pushscope::TrayIcon</name>
    <message>
        <source>Show or hide the window</source>
        <translation>Fenster zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Pushscope: %1</source>
        <translation>Pushscope: %1</translation>
    </message>
    <message>
        <source>Pushscope: the hub is stopped</source>
        <translation>Pushscope: der Hub steht</translation>
    </message>
</context>
<context>
    <name>pushscope::WireCostModel</name>
    <message>
        <source>Way</source>
        <translation>Weg</translation>
    </message>
    <message>
        <source>The protocol, the version of HTTP and the compression</source>
        <translation>Protokoll, HTTP-Version und Kompression</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>To the client for one event, with all framing, over TCP</source>
        <translation>Zum Client für ein Ereignis, mit allem Drumherum, über TCP</translation>
    </message>
    <message>
        <source>Bytes up</source>
        <translation>Bytes zurück</translation>
    </message>
    <message>
        <source>From the client for one event: a poll asks again, with at least a cursor and a token; a browser adds some hundreds</source>
        <translation>Vom Client für ein Ereignis: Eine Poll-Anfrage fragt neu, mindestens mit Cursor und Token; ein Browser fügt einige Hundert hinzu</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>Verhältnis</translation>
    </message>
    <message>
        <source>Bytes both ways, to those of an event stream over HTTP/1.1</source>
        <translation>Bytes in beiden Richtungen, zu denen eines Event-Streams über HTTP/1.1</translation>
    </message>
    <message>
        <source>Packets</source>
        <translation>Pakete</translation>
    </message>
    <message>
        <source>Of TCP with a payload, both ways, at 1,448 bytes each</source>
        <translation>Von TCP mit Inhalt, in beiden Richtungen, zu je 1.448 Bytes</translation>
    </message>
    <message>
        <source>Making, µs</source>
        <translation>Erzeugen, µs</translation>
    </message>
    <message>
        <source>To encode and compress one event, once for all clients of the way</source>
        <translation>Ein Ereignis zu kodieren und zu komprimieren, einmal für alle Clients dieses Wegs</translation>
    </message>
    <message>
        <source>Written after, µs</source>
        <translation>Geschrieben nach, µs</translation>
    </message>
    <message>
        <source>Measured in this session: the median from publishing to the kernel&apos;s taking it, of all clients of the protocol</source>
        <translation>In dieser Sitzung gemessen: der Median vom Veröffentlichen bis zur Übergabe an den Kernel, über alle Clients des Protokolls</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Connected this way now</source>
        <translation>Jetzt so verbunden</translation>
    </message>
</context>
<context>
    <name>pushscope::WireCostView</name>
    <message>
        <source>About the costs</source>
        <translation>Über die Kosten</translation>
    </message>
    <message>
        <source>Costs of an event</source>
        <translation>Kosten eines Ereignisses</translation>
    </message>
    <message>
        <source>Publish an event to see what it costs over each way to a client.</source>
        <translation>Ein Ereignis veröffentlichen, um zu sehen, was es auf jedem Weg zu einem Client kostet.</translation>
    </message>
    <message numerus="yes">
        <source>One event over TLS, on average of the newest %Ln stored one(s)</source>
        <translation>
            <numerusform>Ein Ereignis über TLS, im Mittel des neuesten gespeicherten</numerusform>
            <numerusform>Ein Ereignis über TLS, im Mittel der %Ln neuesten gespeicherten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>One event in clear text, on average of the newest %Ln stored one(s)</source>
        <translation>
            <numerusform>Ein Ereignis im Klartext, im Mittel des neuesten gespeicherten</numerusform>
            <numerusform>Ein Ereignis im Klartext, im Mittel der %Ln neuesten gespeicherten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushscope::WireView</name>
    <message>
        <source>Event stream block</source>
        <translation>Block des Ereignisstroms</translation>
    </message>
    <message>
        <source>WebSocket frame</source>
        <translation>WebSocket-Frame</translation>
    </message>
    <message>
        <source>Long-poll answer</source>
        <translation>Antwort auf den Poll</translation>
    </message>
    <message>
        <source>He&amp;x</source>
        <translation>He&amp;x</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>Hex</translation>
    </message>
    <message>
        <source>Show the bytes as a hex dump</source>
        <translation>Die Bytes hexadezimal zeigen</translation>
    </message>
    <message>
        <source>↵ line feed  ⇤ carriage return  \x81 an octet that is no text</source>
        <translation>↵ Zeilenende  ⇤ Wagenrücklauf  \x81 ein Oktett, das kein Text ist</translation>
    </message>
    <message>
        <source>… %1 more bytes</source>
        <translation>… %1 weitere Bytes</translation>
    </message>
    <message>
        <source>%1 %2: %3 bytes</source>
        <translation>%1 %2: %3 Bytes</translation>
    </message>
</context>
</TS>
