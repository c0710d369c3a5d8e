package venue.domain.opening;

/// What an attempt at decryption came to (解密结果码).
public enum DecryptionCode {
    /// 解密成功
    OK,
    /// 证书不符: the token holds another key than the one the bid was sealed to
    WRONG_CERT,
    /// 口令错误
    PIN_WRONG,
    /// 证书过期
    CERT_EXPIRED,
    /// 证书吊销
    CERT_REVOKED,
    /// 口令锁死
    PIN_LOCKED,
    /// 介质缺失
    MEDIA_MISSING,
    /// 文件损坏
    FILE_CORRUPT,
    /// 校验值不符
    HASH_MISMATCH,
    /// 驱动异常
    DRIVER,
    /// 网络故障
    NETWORK,
    /// 平台故障
    PLATFORM,
    /// 逾期未解密
    TIMEOUT;

    /// The cause that the machine proposes from what it measured. A person decides.
    public Cause proposal(Probes probes) {
        return switch (this) {
            case WRONG_CERT, PIN_LOCKED, MEDIA_MISSING, TIMEOUT -> Cause.BIDDER;
            case FILE_CORRUPT -> probes.asReceived() ? Cause.BIDDER : Cause.OTHER;
            case HASH_MISMATCH, NETWORK, PLATFORM -> Cause.OTHER;
            case OK, PIN_WRONG, CERT_EXPIRED, CERT_REVOKED, DRIVER -> Cause.PENDING;
        };
    }
}
