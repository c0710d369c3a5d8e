package venue.documents;

/// Who signs, as what, and whether he has (签字栏). All texts are ready to print; what is not known
/// yet is an empty text.
///
/// @param role 角色, e.g. 监标人
/// @param name 姓名
/// @param organisation 单位
/// @param certificate 证书序列号
/// @param status 签署状态, e.g. 已签署
/// @param time 签署时间
/// @param opinion 意见, e.g. 无异议
public record SignatureLine(String role, String name, String organisation, String certificate,
        String status, String time, String opinion) {

    /// A line still to be signed.
    public static SignatureLine open(String role, String name, String organisation) {
        return new SignatureLine(role, name, organisation, "", "", "", "");
    }
}
