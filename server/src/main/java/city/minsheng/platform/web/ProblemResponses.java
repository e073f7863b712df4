package city.minsheng.platform.web;

import city.minsheng.platform.Invalid;
import city.minsheng.platform.NotFound;
import city.minsheng.platform.NotYours;
import city.minsheng.platform.Refusal;
import city.minsheng.platform.Words;
import java.net.URI;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;

/** Every error leaves the API as an RFC 9457 problem; its type names a page in docs/problems. */
@RestControllerAdvice
class ProblemResponses extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemResponses.class);
    private static final Map<String, HttpStatus> STATUS = Map.of(
            "key-missing", HttpStatus.PRECONDITION_REQUIRED, "version-missing", HttpStatus.PRECONDITION_REQUIRED,
            "key-reused", HttpStatus.UNPROCESSABLE_CONTENT, "wrong-password", HttpStatus.UNAUTHORIZED,
            "locked", HttpStatus.LOCKED, "too-many", HttpStatus.TOO_MANY_REQUESTS,
            "too-large", HttpStatus.CONTENT_TOO_LARGE, "body-too-large", HttpStatus.CONTENT_TOO_LARGE,
            "wrong-type", HttpStatus.UNSUPPORTED_MEDIA_TYPE, "weak-password", HttpStatus.UNPROCESSABLE_CONTENT);
    private static final int LARGEST_FILE_MB = 10;
    private final Words words;

    ProblemResponses(Words words) {
        this.words = words;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notYours(NotYours refusal) {
        return problem(HttpStatus.FORBIDDEN, "not-yours", words.say("problem." + refusal.code(), refusal.arguments()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refusal refusal) {
        var status = STATUS.getOrDefault(refusal.code(), HttpStatus.CONFLICT);
        var answer = problem(status, refusal.code(), words.say("problem." + refusal.code(), refusal.arguments()));
        refusal.more().forEach(answer.getBody()::setProperty);
        return answer;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notFound(NotFound missing) {
        return problem(HttpStatus.NOT_FOUND, "not-found", words.say("problem.not-found"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(Invalid invalid) {
        var answer = problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", words.say("problem.invalid"));
        answer.getBody().setProperty("errors", invalid.fields().stream().map(this::field).toList());
        return answer;
    }

    private Map<String, Object> field(Invalid.Field field) {
        return Map.of("pointer", field.pointer(), "detail", words.say("field." + field.code(), field.arguments().toArray()));
    }

    /** What nobody foresaw: its message stays in the log. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> unexpected(RuntimeException unexpected) {
        LOG.error("unexpected", unexpected);
        return problem(HttpStatus.INTERNAL_SERVER_ERROR, "unexpected", words.say("problem.unexpected"));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(HttpMessageNotReadableException unreadable,
            HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (unreadable.getCause() instanceof InvalidFormatException wrong && wrong.getTargetType().isEnum()) {
            var answer = invalid(new Invalid(pointer(wrong), "choice"));
            return ResponseEntity.status(answer.getStatusCode()).headers(headers).body(answer.getBody());
        }
        return general(HttpStatus.BAD_REQUEST, "unreadable", headers);
    }

    private static String pointer(DatabindException wrong) {
        return wrong.getPath().stream().map(step -> "/" + (step.getPropertyName() == null ? step.getIndex() : step.getPropertyName()))
                .collect(Collectors.joining());
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(Exception cause, @Nullable Object body,
            HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var code = status.value() == 404 ? "not-found" : status.value() == 413 ? "too-large" : status.is4xxClientError() ? "unreadable" : "unexpected";
        if (status.is5xxServerError()) {
            LOG.error("unexpected", cause);
        }
        return general(status, code, headers);
    }

    private ResponseEntity<Object> general(HttpStatusCode status, String code, HttpHeaders headers) {
        return ResponseEntity.status(status).headers(headers).body(detail(status, code, words.say("problem." + code, LARGEST_FILE_MB)));
    }

    private ResponseEntity<ProblemDetail> problem(HttpStatus status, String code, String said) {
        return ResponseEntity.status(status).body(detail(status, code, said));
    }

    private ProblemDetail detail(HttpStatusCode status, String code, String said) {
        var problem = ProblemDetail.forStatusAndDetail(status, said);
        problem.setType(URI.create("/problems/" + code));
        problem.setTitle(words.say("title." + code));
        return problem;
    }
}
