// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/channelindex.h"

#include <QRandomGenerator>
#include <QTest>

#include <map>
#include <set>

using namespace pushscope;

namespace {

class Member final : public Subscriber
{
public:
    Member()
        : Subscriber(ClientProtocol::Sse)
    {
    }
    void drop(DropHow, int, const QByteArray &) override { }

protected:
    bool deliver(const EncodedEvent &, bool) override { return true; }
};

std::multiset<const Subscriber *> membersOf(const ChannelIndex &index, const QByteArray &name)
{
    std::multiset<const Subscriber *> members;
    if (const Channel *channel = index.find(name))
        members.insert(channel->members.begin(), channel->members.end());
    return members;
}

std::multiset<QByteArray> channelsOf(const Subscriber &subscriber)
{
    const auto names = subscriber.channels();
    return {names.begin(), names.end()};
}

} // namespace

class TestChannelIndex : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void joinAndLeave()
    {
        ChannelIndex index;
        Member a, b;
        index.join(a, "room:x");
        index.join(a, "room:x"); // again: nothing
        index.join(b, "room:x");
        index.join(a, "*");
        QCOMPARE(index.size(), 2u);
        QCOMPARE(membersOf(index, "room:x").size(), 2u);
        QVERIFY(index.leave(a, "room:x"));
        QVERIFY(!index.leave(a, "room:x"));
        QVERIFY(!index.leave(b, "room:never"));
        QCOMPARE(membersOf(index, "room:x"), (std::multiset<const Subscriber *>{&b}));
        index.leaveAll(a);
        index.leaveAll(b);
        QCOMPARE(index.size(), 0u); // an empty channel is none
        QVERIFY(!index.find("room:x"));
        QVERIFY(a.channels().empty());
    }

    void likeAModel()
    {
        QRandomGenerator random(7);
        ChannelIndex index;
        std::vector<std::unique_ptr<Member>> members;
        for (int i = 0; i < 12; ++i)
            members.push_back(std::make_unique<Member>());
        std::map<QByteArray, std::set<const Subscriber *>> model;
        for (int step = 0; step < 20'000; ++step) {
            Member &member = *members[random.bounded(quint32(members.size()))];
            const QByteArray name = "room:" + QByteArray::number(random.bounded(9));
            switch (random.bounded(8)) {
            case 0:
                index.leaveAll(member);
                for (auto &[channel, set] : model)
                    set.erase(&member);
                break;
            case 1:
            case 2:
            case 3:
                QCOMPARE(index.leave(member, name), model[name].erase(&member) == 1);
                break;
            default:
                index.join(member, name);
                model[name].insert(&member);
            }
            compare(index, model, member);
            if (QTest::currentTestFailed())
                return;
        }
        for (const auto &member : members)
            index.leaveAll(*member);
        QCOMPARE(index.size(), 0u);
    }

private:
    static void compare(const ChannelIndex &index, const std::map<QByteArray, std::set<const Subscriber *>> &model,
                        const Member &member)
    {
        std::size_t used = 0;
        std::multiset<QByteArray> joined;
        for (const auto &[channel, set] : model) {
            used += set.empty() ? 0 : 1;
            QCOMPARE(membersOf(index, channel), (std::multiset<const Subscriber *>(set.begin(), set.end())));
            if (set.contains(&member))
                joined.insert(channel);
        }
        QCOMPARE(index.size(), used);
        QCOMPARE(channelsOf(member), joined);
    }
};

QTEST_APPLESS_MAIN(TestChannelIndex)
#include "tst_channelindex.moc"
