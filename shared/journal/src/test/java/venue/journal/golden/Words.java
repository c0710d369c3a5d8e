package venue.journal.golden;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What stands in the golden files where a record has a text, a number or an enum: by
/// `Record.component` or by `component` alone; parts parted by `|` are for the elements of a list.
final class Words {

    private static final Map<String, List<String>> TABLE = new HashMap<>();

    static {
        read("""
                representative=钱宏伟
                authority=授权委托书
                AbsenceRecorded.note=10时05分到场，已过投标截止时间
                planId=K
                drawId=A2101000001202600100001/K/1
                parties=tenderer|supervisor|machine
                party=supervisor
                DrawConcluded.value=0.965
                transcript=ggzy-draw/v1\\nA2101000001202600100001/K/1\\nK\\n
                DrawVoided.reason=一方随机数与承诺值不符
                CauseDecided.reason=投标人更换证书后未重新加密
                ExpertRecused.reason=与投标人技术负责人系近亲属
                MemberReplaced.reason=原成员申请回避
                SigningRefused.reason=对报价得分的计算有不同意见
                ScoreCorrected.reason=客观分录入错误
                IncidentEscalated.reason=再次出现，且有录音为证
                CustodyEntered.reason=随报告移交主管部门
                SignatureRefused.reason=认为唱标速度过快，未听清
                OpeningSuspended.reason=开标一室断电
                OpeningTerminated.reason=招标人决定终止招标
                presentedSerial=0A1B2C
                sealedSerial=0A1B2D
                encryptionSerial=0A1B2D|0A1B2E
                signerSerial=0A1B2F
                certificateSerial=0A1B30
                operator=钱宏伟
                Probes.note=介质内证书序列号与封装时不同
                Finding.note=签名有效|大小写金额一致
                Finding.kind=SIGNATURE|WORDS_AGREE
                raisedBy=孙晓梅
                ObjectionRaised.text=请说明“下浮系数 K”的抽取依据\\t第三章 2.2.3
                ObjectionAnswered.text=招标文件第三章 2.2.3 款已载明，抽取过程全程公开。
                answeredBy=沈静
                RecordSigned.name=许文
                SignatureRefused.name=孙晓梅
                cms=MIIBVgYJKoZIhvcNAQcCoIIBRzCCAUMCAQE=
                recipients=P-EXPERT-1|P-EXPERT-2
                priceInWords=
                bidderName=沈阳鼎固建设工程有限公司|大连海岳路桥工程有限公司|鞍山钢城建筑安装有限公司
                quality=合格
                manager=李文博|周雅琴
                managerLicence=辽1212024202500123|辽1212024202500456
                bondForm=银行保函
                remarks=|无
                BidFile.name=opening-sheet.json|technical.pdf
                DrawPlan.id=K|M
                DrawPlan.title=评标基准价下浮系数 K|评标办法
                values=0.95|0.96|0.965|0.97
                Organisation.name=沈阳市政工程建设中心
                Person.name=沈静|许文|佟监
                Person.unit=沈阳市公共资源交易中心|辽宁诚信招标代理有限公司|沈阳市城乡建设局
                Person.role=HOST|AGENCY|OPENING_SUPERVISOR
                projectName=浑河北岸道路改造工程
                lotName=施工一标段
                Tender.place=开标一室
                qualityTarget=合格
                ruleSetVersion=2026-1
                RefusedBid.reason=逾期送达
                question=请说明第 3 页工期与附表二的差异
                ClarificationAnswered.text=以附表二所列 300 日历天为准。
                DissentFiled.text=认为投标人业绩证明材料不足，保留意见。
                nonce=5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a
                signature=c2lnbmF0dXJlIG92ZXIgdGhlIHN0YXRlbWVudA==
                Mark.item=X-1|X-2
                Mark.reason=|工期超出招标文件要求
                Mark.page=|技术标第 3 页
                Rejection.item=X-2
                ground=R07
                reasons=工期超出招标文件要求（技术标第 3 页）|未按要求盖章（第 1 页）
                Score.item=J-1|S-1
                ScoreCorrected.item=S-1
                method=现场抽签
                Drawn.id=K|M
                Drawn.title=评标基准价下浮系数 K|评标办法
                Drawn.value=0.965|综合评估法
                outcome=视为撤销|视为撤回
                place=开标一室
                summary=开标过程平稳，异议一项，当场答复。
                ItemChecked.item=KB-03
                ItemChecked.note=第 2 次抽取时补签一人
                correction=先前误记为“正常”
                LogNoted.text=10时12分，监标人核对解密结果🙂
                code=BID09
                formerCode=BID05
                facts=投标人代表当场大声干扰唱标，经提示后停止。
                number=JZ-2026-0007
                SubjectNotified.text=请遵守开标纪律，勿干扰唱标。
                receiver=孙晓梅
                reply=已知悉
                IncidentClosed.outcome=经提示已改正
                CaptureBegan.title=开标室全景照片
                second=佟监
                mediaType=image/png
                CaptureRecovered.finding=原始文件完整，校验值已重新计算
                from=见证人 沈静
                to=沈阳市城乡建设局 佟监
                takerRefused=收方表示需先请示
                department=住房和城乡建设部门
                receiptNumber=沈建招签〔2026〕12号
                result=已立案调查
                Source.device=witness-1
                Source.serial=SN-20260318
                Source.fileName=DSC_0001.png
                Subject.name=大连海岳路桥工程有限公司
                Subject.unit=
                relation=FAMILY
                AttemptRecorded.code=WRONG_CERT
                proposed=BIDDER
                topic=DRAW
                RecordSigned.duty=AGENCY
                SignatureRefused.duty=BIDDER
                OpeningSuspended.kind=POWER_OR_NETWORK
                regime=Z
                findingClass=A
                stage=OPENING
                Subject.kind=BIDDER
                act=HANDED_OVER
                dice=3|7|1|9
                session=0f1e2d3c4b5a6978
                lastReceipt=\u2014 centre o9tbZw==
                witness=centre
                GenerationBegun.note=venue.hall/dev/hall-1/g1\\n256\\nq6urq6urq6s=\\n
                GenerationBegun.finding=数据库文件比末次检查点短 12 条
                GenerationBegun.reason=硬盘更换，从备份恢复
                Approval.name=沈静|佟监
                BlobRecovered.part=5a5a5a5a5a5a5a5a.part
                IncidentNoted.code=MEMORY_MISSING
                IncidentNoted.finding=末次检查点备忘不存在
                ForkSeen.note=venue.hall/dev/seat-1/g1\\n17\\nq6urq6urq6s=\\n
                """);
    }

    private Words() {}

    private static void read(String lines) {
        lines.lines().forEach(line -> {
            int at = line.indexOf('=');
            var words = line.substring(at + 1).replace("\\n", "\n").replace("\\t", "\t");
            TABLE.put(line.substring(0, at), List.of(words.split("\\|", -1)));
        });
    }

    /// The words for the `index`-th value of a component, if the table has some.
    static Optional<String> of(String record, String component, int index) {
        var words = TABLE.getOrDefault(record + "." + component,
                TABLE.getOrDefault(component, List.of()));
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(words.get(index % words.size()));
    }

    /// How many elements a list of this name has.
    static int count(String record, String component) {
        var words = TABLE.getOrDefault(record + "." + component,
                TABLE.getOrDefault(component, List.of()));
        return Math.max(2, words.size());
    }
}
