package venue.domain.opening;

import java.util.List;

import venue.domain.base.BidderId;
import venue.domain.base.Digest;
import venue.domain.base.PersonId;
import venue.domain.base.Role;
import venue.domain.tender.BidSheet;
import venue.domain.tender.Receipt;

/// What can be asked of an opening.
public sealed interface OpeningCommand {

    /// 载入项目包
    record Prepare(OpeningBrief brief, Digest packageDigest) implements OpeningCommand {}

    /// 登记递交回执 of a bid that came after the package was made
    record RegisterReceipt(Receipt receipt) implements OpeningCommand {}

    /// 登记拒收
    record RefuseBid(RefusedBid bid) implements OpeningCommand {}

    /// 开始签到
    record BeginCheckIn() implements OpeningCommand {}

    /// 签到
    record SignInBidder(BidderId bidder, String representative, String authority)
            implements
                OpeningCommand {}

    /// 登记缺席
    record RecordAbsence(BidderId bidder, Attendance.Absence absence, String note)
            implements
                OpeningCommand {}

    /// 截止投标
    record CloseSubmission() implements OpeningCommand {}

    /// 宣布开标
    record OpenMeeting(Staff staff) implements OpeningCommand {}

    /// 清点投标文件
    record CountBids() implements OpeningCommand {}

    /// 公布投标人名单
    record PublishList() implements OpeningCommand {}

    /// What belongs to one draw of the tender file (抽取).
    sealed interface Drawing extends OpeningCommand {
        /// Which draw of the tender file.
        String planId();
    }

    /// 开始抽取
    record BeginDraw(String planId, List<String> parties) implements Drawing {}

    /// 提交承诺值
    record CommitNonce(String planId, String party, Digest commitment) implements Drawing {}

    /// 录入骰子点数, read by two people
    record RecordDice(String planId, List<Integer> first, PersonId firstReader,
            List<Integer> second, PersonId secondReader) implements Drawing {}

    /// 公开随机数
    record RevealNonce(String planId, String party, String nonce) implements Drawing {}

    /// 公布抽取结果
    record ConcludeDraw(String planId) implements Drawing {}

    /// 作废本轮抽取
    record VoidDraw(String planId, String reason) implements Drawing {}

    /// 开始解密
    record BeginDecryption() implements OpeningCommand {}

    /// 记录一次失败的解密
    record RecordAttempt(BidderId bidder, DecryptionCode code, Probes probes)
            implements
                OpeningCommand {}

    /// 提交已解密的投标文件
    record HandInPlainBid(BidderId bidder, BidSheet sheet, List<BidFile> files, Probes probes,
            List<Finding> findings, String signerSerial) implements OpeningCommand {}

    /// 认定未解密原因
    record DecideCause(BidderId bidder, Cause cause, String reason, Bid.BidderView view)
            implements
                OpeningCommand {}

    /// 结束解密
    record CloseDecryption() implements OpeningCommand {}

    /// What belongs to the opening key (开标密钥).
    sealed interface Keyed extends OpeningCommand {}

    /// 登记开标密钥方案
    record NoteOpeningKey(KeyCard card) implements Keyed {}

    /// 给出份额, checked and signed
    record GiveShare(int holder, String certificateSerial, KeyTable.TimeBasis basis,
            Digest release, int bids) implements Keyed {}

    /// 登记无效份额
    record RejectShare(String name, String certificateSerial, String reason) implements Keyed {}

    /// 启用补救方案, signed by the opening's supervisor
    record ApproveRescue(BidderId bidder, KeyCard.RescueWay way, String reason,
            PersonId approver, Digest certificate, String certificateSerial, String cms)
            implements
                Keyed {}

    /// 开始唱标
    record BeginReadOut() implements OpeningCommand {}

    /// 确认唱标
    record ConfirmReading(BidderId bidder) implements OpeningCommand {}

    /// 开始异议时段
    record BeginObjections() implements OpeningCommand {}

    /// 提出异议
    record RaiseObjection(BidderId bidder, String raisedBy, Objection.Topic topic, String text)
            implements
                OpeningCommand {}

    /// 答复异议
    record AnswerObjection(int number, String text, String answeredBy)
            implements
                OpeningCommand {}

    /// 异议人表态
    record SettleObjection(int number, boolean maintained) implements OpeningCommand {}

    /// 结束异议时段
    record CloseObjections() implements OpeningCommand {}

    /// 生成开标记录
    record DraftRecord(Digest sha256, Digest sm3) implements OpeningCommand {}

    /// 签署开标记录
    record SignRecord(Role duty, PersonId person, Digest certificate, String certificateSerial,
            Digest signed, String cms) implements OpeningCommand {}

    /// 登记拒签
    record RefuseToSign(Role duty, PersonId person, String reason) implements OpeningCommand {}

    /// 结束开标
    record End() implements OpeningCommand {}

    /// 移交评标
    record HandOverBids(Digest parcel, List<String> recipients) implements OpeningCommand {}

    /// 中止
    record Suspend(Interruption.Kind kind, String reason) implements OpeningCommand {}

    /// 恢复
    record Resume() implements OpeningCommand {}

    /// 终止
    record Terminate(String reason) implements OpeningCommand {}
}
