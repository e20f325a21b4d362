package org.shouwang.monitoring.evidence;

import java.nio.charset.StandardCharsets;

/** The documents that are taken, and by which bytes each begins. OFD and the two of Office are ZIP archives. */
public enum EvidenceType {
    PDF("application/pdf", "pdf", "%PDF-"),
    /** 版式文档, GB/T 33190. */
    OFD("application/ofd", "ofd", "PK\u0003\u0004"),
    JPEG("image/jpeg", "jpg", "\u00ff\u00d8\u00ff"),
    PNG("image/png", "png", "\u0089PNG\r\n\u001a\n"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx", "PK\u0003\u0004"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx", "PK\u0003\u0004");

    /** Enough of a file to know each type. */
    static final int HEAD = 8;

    private final String mediaType;
    private final String extension;
    private final String magic;

    EvidenceType(String mediaType, String extension, String magic) {
        this.mediaType = mediaType;
        this.extension = extension;
        this.magic = magic;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Without the dot. */
    public String extension() {
        return extension;
    }

    /** Whether a file that begins so can be of this type. */
    boolean begins(byte[] head) {
        return new String(head, StandardCharsets.ISO_8859_1).startsWith(magic);
    }
}
