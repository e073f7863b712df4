package city.minsheng.telephony;

/** 录音 of the calls as they go on. A full disk stops recordings, never calls. */
final class Recorder {

    private final Floor floor;
    private volatile boolean room = true;

    Recorder(Floor floor) {
        this.floor = floor;
    }

    /** Whether there is room on the disk; may be said from any thread. */
    void room(boolean there) {
        room = there;
    }

    boolean hasRoom() {
        return room;
    }

    void begin(Call call) {
        if (!room) {
            call.recordingFailed = true;
            floor.log(call, "NOT_RECORDED", null, "no room");
            return;
        }
        if (call.recording == null) {
            call.recording = call.next("r");
            call.recordings.add(call.recording);
            floor.journal.recordingBegun(call, call.recording, floor.now());
            floor.line.startRecording(call.conversation(), call.recording);
        }
    }

    void end(Call call) {
        if (call.recording != null) {
            floor.line.stopRecording(call.recording);
            call.recording = null;
            call.recordingPaused = false;
        }
    }

    void pause(Call call, Seat seat, boolean paused) {
        if (call.recording == null || call.recordingPaused == paused) {
            return;
        }
        call.recordingPaused = paused;
        if (paused) {
            floor.line.pauseRecording(call.recording);
        } else {
            floor.line.resumeRecording(call.recording);
        }
        floor.log(call, paused ? "RECORDING_PAUSED" : "RECORDING_RESUMED", seat, "");
        floor.changed(call);
    }

    void ready(SwitchEvent.RecordingReady event) {
        floor.journal.recordingEnded(event.name(), event.file(), event.length(), null);
    }

    void failed(SwitchEvent.RecordingFailed event) {
        floor.journal.recordingEnded(event.name(), null, null, event.why());
        floor.calls.values().stream().filter(call -> event.name().equals(call.recording)).findFirst().ifPresent(call -> {
            call.recording = null;
            call.recordingFailed = true;
            floor.log(call, "RECORDING_FAILED", null, event.why());
            floor.changed(call);
        });
    }
}
