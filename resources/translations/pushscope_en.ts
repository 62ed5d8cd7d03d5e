<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>pushscope::AnswersPane</name>
    <message numerus="yes">
        <source>There are %Ln rules already: that is all.</source>
        <translation>
            <numerusform>There are %Ln rules already: that is all.</numerusform>
            <numerusform>There are %Ln rules already: that is all.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushscope::BusPane</name>
    <message numerus="yes">
        <source>%Ln min</source>
        <translation>
            <numerusform>%Ln min</numerusform>
            <numerusform>%Ln min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln receiver(s) there</source>
        <translation>
            <numerusform>%Ln receiver there</numerusform>
            <numerusform>%Ln receivers there</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushscope::BusText</name>
    <message numerus="yes">
        <source>%Ln publish(es) wait.</source>
        <translation>
            <numerusform>%Ln publish waits.</numerusform>
            <numerusform>%Ln publishes wait.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hub(s)</source>
        <translation>
            <numerusform>%Ln hub</numerusform>
            <numerusform>%Ln hubs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln channel(s)</source>
        <translation>
            <numerusform>%Ln channel</numerusform>
            <numerusform>%Ln channels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>bus: %Ln hub(s)</source>
        <translation>
            <numerusform>bus: %Ln hub</numerusform>
            <numerusform>bus: %Ln hubs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushscope::ClientsPane</name>
    <message numerus="yes">
        <source>The %Ln selected client(s)</source>
        <translation>
            <numerusform>The %Ln selected client</numerusform>
            <numerusform>The %Ln selected clients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Dropped %Ln client(s).</source>
        <translation>
            <numerusform>Dropped %Ln client.</numerusform>
            <numerusform>Dropped %Ln clients.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushscope::CompareDialog</name>
    <message numerus="yes">
        <source>%Ln event(s) are alike.</source>
        <translation>
            <numerusform>%Ln event are alike.</numerusform>
            <numerusform>%Ln events are alike.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushscope::Composer</name>
    <message numerus="yes">
        <source>A type has 1 to %Ln byte(s).</source>
        <translation>
            <numerusform>A type has 1 to %Ln byte.</numerusform>
            <numerusform>A type has 1 to %Ln bytes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushscope::FaultDesk</name>
    <message numerus="yes">
        <source>✔ %Ln rule(s) set.</source>
        <translation>
            <numerusform>✔ %Ln rule set.</numerusform>
            <numerusform>✔ %Ln rules set.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>✔ %Ln rule(s) removed.</source>
        <translation>
            <numerusform>✔ %Ln rule removed.</numerusform>
            <numerusform>✔ %Ln rules removed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>↶ %Ln rule(s) removed again.</source>
        <translation>
            <numerusform>↶ %Ln rule removed again.</numerusform>
            <numerusform>↶ %Ln rules removed again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>↶ %Ln rule(s) brought back.</source>
        <translation>
            <numerusform>↶ %Ln rule brought back.</numerusform>
            <numerusform>↶ %Ln rules brought back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Undo setting %Ln rule(s)</source>
        <translation>
            <numerusform>Undo setting %Ln rule</numerusform>
            <numerusform>Undo setting %Ln rules</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Undo removing %Ln rule(s)</source>
        <translation>
            <numerusform>Undo removing %Ln rule</numerusform>
            <numerusform>Undo removing %Ln rules</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushscope::FaultEditor</name>
    <message numerus="yes">
        <source>the %Ln selected client(s)</source>
        <translation>
            <numerusform>the %Ln selected client</numerusform>
            <numerusform>the %Ln selected clients</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushscope::FaultText</name>
    <message numerus="yes">
        <source>the next %Ln</source>
        <translation>
            <numerusform>the next %Ln</numerusform>
            <numerusform>the next %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushscope::FaultsPane</name>
    <message numerus="yes">
        <source>✔ %Ln rule(s) saved to %1.</source>
        <translation>
            <numerusform>✔ %Ln rule saved to %1.</numerusform>
            <numerusform>✔ %Ln rules saved to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushscope::FindBar</name>
    <message numerus="yes">
        <source>%Ln hit(s)</source>
        <translation>
            <numerusform>%Ln hit</numerusform>
            <numerusform>%Ln hits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushscope::FindingsModel</name>
    <message numerus="yes">
        <source>%Ln client(s)</source>
        <translation>
            <numerusform>%Ln client</numerusform>
            <numerusform>%Ln clients</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushscope::FramesView</name>
    <message numerus="yes">
        <source>%Ln frame(s) came too fast to be shown.</source>
        <translation>
            <numerusform>%Ln frame came too fast to be shown.</numerusform>
            <numerusform>%Ln frames came too fast to be shown.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushscope::InjectPane</name>
    <message numerus="yes">
        <source>Stopped after %Ln event(s).</source>
        <translation>
            <numerusform>Stopped after %Ln event.</numerusform>
            <numerusform>Stopped after %Ln events.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln event(s)</source>
        <translation>
            <numerusform>%1: %Ln event</numerusform>
            <numerusform>%1: %Ln events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushscope::InspectorPane</name>
    <message numerus="yes">
        <source>%Ln change(s) since %1, the event before of its type.</source>
        <translation>
            <numerusform>%Ln change since %1, the event before of its type.</numerusform>
            <numerusform>%Ln changes since %1, the event before of its type.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Written to %Ln client(s).</source>
        <translation>
            <numerusform>Written to %Ln client.</numerusform>
            <numerusform>Written to %Ln clients.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushscope::JsonEditor</name>
    <message numerus="yes">
        <source>… %Ln line(s)</source>
        <translation>
            <numerusform>… %Ln line</numerusform>
            <numerusform>… %Ln lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushscope::JsonTreeModel</name>
    <message numerus="yes">
        <source>{ %Ln member(s) }</source>
        <translation>
            <numerusform>{ %Ln member }</numerusform>
            <numerusform>{ %Ln members }</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>[ %Ln element(s) ]</source>
        <translation>
            <numerusform>[ %Ln element ]</numerusform>
            <numerusform>[ %Ln elements ]</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushscope::NoticeDigest</name>
    <message numerus="yes">
        <source>%Ln client(s) lost events</source>
        <translation>
            <numerusform>%Ln client lost events</numerusform>
            <numerusform>%Ln clients lost events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new finding(s)</source>
        <translation>
            <numerusform>%Ln new finding</numerusform>
            <numerusform>%Ln new findings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s) can&apos;t be had any more. The replay ledger says why.</source>
        <translation>
            <numerusform>%Ln event can&apos;t be had any more. The replay ledger says why.</numerusform>
            <numerusform>%Ln events can&apos;t be had any more. The replay ledger says why.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushscope::PlaybackDialog</name>
    <message numerus="yes">
        <source>Ended: %Ln event(s) published</source>
        <translation>
            <numerusform>Ended: %Ln event published</numerusform>
            <numerusform>Ended: %Ln events published</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s) published</source>
        <translation>
            <numerusform>%Ln event published</numerusform>
            <numerusform>%Ln events published</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>· %Ln refused: %1</source>
        <translation>
            <numerusform>· %Ln refused: %1</numerusform>
            <numerusform>· %Ln refused: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushscope::Profiles</name>
    <message numerus="yes">
        <source>A name has at most %Ln letter(s).</source>
        <translation>
            <numerusform>A name has at most %Ln letter.</numerusform>
            <numerusform>A name has at most %Ln letters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushscope::PublishOptions</name>
    <message numerus="yes">
        <source>A key has at most %Ln byte(s).</source>
        <translation>
            <numerusform>A key has at most %Ln byte.</numerusform>
            <numerusform>A key has at most %Ln bytes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushscope::ReconnectText</name>
    <message numerus="yes">
        <source>%Ln missed</source>
        <translation>
            <numerusform>%Ln missed</numerusform>
            <numerusform>%Ln missed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln replayed</source>
        <translation>
            <numerusform>%Ln replayed</numerusform>
            <numerusform>%Ln replayed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rewound (written before, never received)</source>
        <translation>
            <numerusform>%Ln rewound (written before, never received)</numerusform>
            <numerusform>%Ln rewound (written before, never received)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sent again though acknowledged</source>
        <translation>
            <numerusform>%Ln sent again though acknowledged</numerusform>
            <numerusform>%Ln sent again though acknowledged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lost</source>
        <translation>
            <numerusform>%Ln lost</numerusform>
            <numerusform>%Ln lost</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>came back at try number %Ln</source>
        <translation>
            <numerusform>came back at try number %Ln</numerusform>
            <numerusform>came back at try number %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>✔ recovered (duplicates: %Ln)</source>
        <translation>
            <numerusform>✔ recovered (duplicates: %Ln)</numerusform>
            <numerusform>✔ recovered (duplicates: %Ln)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>✖ %Ln lost</source>
        <translation>
            <numerusform>✖ %Ln lost</numerusform>
            <numerusform>✖ %Ln lost</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>▼ The client&apos;s cursor %1 has fallen off: %Ln id(s) after it are gone.</source>
        <translation>
            <numerusform>▼ The client&apos;s cursor %1 has fallen off: %Ln id after it is gone.</numerusform>
            <numerusform>▼ The client&apos;s cursor %1 has fallen off: %Ln ids after it are gone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The client&apos;s cursor %1 is %Ln id(s) from the edge.</source>
        <translation>
            <numerusform>The client&apos;s cursor %1 is %Ln id from the edge.</numerusform>
            <numerusform>The client&apos;s cursor %1 is %Ln ids from the edge.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushscope::RecordingLabel</name>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) recorded in %1</source>
        <translation>
            <numerusform>%Ln row recorded in %1</numerusform>
            <numerusform>%Ln rows recorded in %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>(%Ln dropped)</source>
        <translation>
            <numerusform>(%Ln dropped)</numerusform>
            <numerusform>(%Ln dropped)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushscope::RequestsView</name>
    <message numerus="yes">
        <source>%Ln request(s), the newest first, without tokens and cookies.</source>
        <translation>
            <numerusform>%Ln request, the newest first, without tokens and cookies.</numerusform>
            <numerusform>%Ln requests, the newest first, without tokens and cookies.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushscope::Retention</name>
    <message numerus="yes">
        <source>So have %Ln other client(s).</source>
        <translation>
            <numerusform>So has %Ln other client.</numerusform>
            <numerusform>So have %Ln other clients.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushscope::RulesDrop</name>
    <message numerus="yes">
        <source>%1 has %Ln rule(s) that answer.</source>
        <translation>
            <numerusform>%1 has %Ln rule that answer.</numerusform>
            <numerusform>%1 has %Ln rules that answer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Use instead of the %Ln there are</source>
        <translation>
            <numerusform>Use instead of the %Ln there are</numerusform>
            <numerusform>Use instead of the %Ln there are</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 has %Ln fault rule(s).</source>
        <translation>
            <numerusform>%1 has %Ln fault rule.</numerusform>
            <numerusform>%1 has %Ln fault rules.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 has %Ln event(s).</source>
        <translation>
            <numerusform>%1 has %Ln event.</numerusform>
            <numerusform>%1 has %Ln events.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushscope::SentModel</name>
    <message numerus="yes">
        <source>%Ln receiver(s)</source>
        <translation>
            <numerusform>%Ln receiver</numerusform>
            <numerusform>%Ln receivers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushscope::SessionExportDialog</name>
    <message numerus="yes">
        <source>of the %Ln selected client(s)</source>
        <translation>
            <numerusform>of the %Ln selected client</numerusform>
            <numerusform>of the %Ln selected clients</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushscope::SessionWindow</name>
    <message numerus="yes">
        <source>%Ln line(s) or entry(ies) of it are not understood.</source>
        <translation>
            <numerusform>%Ln line or entry(ies) of it are not understood.</numerusform>
            <numerusform>%Ln lines or entry(ies) of it are not understood.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushscope::StatusLine</name>
    <message numerus="yes">
        <source>⚡ %Ln fault(s)</source>
        <translation>
            <numerusform>⚡ %Ln fault</numerusform>
            <numerusform>⚡ %Ln faults</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>△ %Ln finding(s)</source>
        <translation>
            <numerusform>△ %Ln finding</numerusform>
            <numerusform>△ %Ln findings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushscope::StormsPane</name>
    <message numerus="yes">
        <source>Drop all clients, or restart the hub, to see how they come back. When at least %Ln clients are cut within two seconds, and a quarter of all, it is recorded by itself.</source>
        <translation>
            <numerusform>Drop all clients, or restart the hub, to see how they come back. When at least %Ln clients are cut within two seconds, and a quarter of all, it is recorded by itself.</numerusform>
            <numerusform>Drop all clients, or restart the hub, to see how they come back. When at least %Ln clients are cut within two seconds, and a quarter of all, it is recorded by itself.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushscope::TableBar</name>
    <message numerus="yes">
        <source>▼ %Ln new</source>
        <translation>
            <numerusform>▼ %Ln new</numerusform>
            <numerusform>▼ %Ln new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushscope::ThroughputPane</name>
    <message numerus="yes">
        <source>%Ln min</source>
        <translation>
            <numerusform>%Ln min</numerusform>
            <numerusform>%Ln min</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushscope::TimeSlider</name>
    <message numerus="yes">
        <source>The whole window shows the session at this time; there are %Ln mark(s)</source>
        <translation>
            <numerusform>The whole window shows the session at this time; there are %Ln mark</numerusform>
            <numerusform>The whole window shows the session at this time; there are %Ln marks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushscope::TimelinePane</name>
    <message numerus="yes">
        <source>▼ %Ln new</source>
        <translation>
            <numerusform>▼ %Ln new</numerusform>
            <numerusform>▼ %Ln new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushscope::TimelineTextModel</name>
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
            <numerusform>%Ln replayed</numerusform>
            <numerusform>%Ln replayed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushscope::WireCostView</name>
    <message numerus="yes">
        <source>One event over TLS, on average of the newest %Ln stored one(s)</source>
        <translation>
            <numerusform>One event over TLS, on average of the newest %Ln stored one</numerusform>
            <numerusform>One event over TLS, on average of the newest %Ln stored ones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>One event in clear text, on average of the newest %Ln stored one(s)</source>
        <translation>
            <numerusform>One event in clear text, on average of the newest %Ln stored one</numerusform>
            <numerusform>One event in clear text, on average of the newest %Ln stored ones</numerusform>
        </translation>
    </message>
</context>
</TS>
