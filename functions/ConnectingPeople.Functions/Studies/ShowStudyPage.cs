using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Functions.Access;
using ConnectingPeople.Functions.Site;

namespace ConnectingPeople.Functions.Studies;

/// <summary>
/// The page of the study definition: what is asked when, how a reply would be understood, and whether another definition would do.
/// Its forms change nothing, so their answer is the page itself.
/// </summary>
public sealed class ShowStudyPage(Pages pages, ReplyTrial trial, Study study)
{
    /// <summary>Room for a definition several times as long as the shipped one, as a browser encodes it.</summary>
    private const int MaxBytes = 512 * 1024;

    private const int MaxReply = 1_600;

    [Function("GetStudyPage")]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "study")] HttpRequest request) =>
        pages.Refuses(request, out Visit visit, Role.Administrator) ?? Show(visit, Filled.Nothing);

    [Function("TryReplyOnPage")]
    public async Task<IResult> TryAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "study/try")] HttpRequest request, CancellationToken cancellation)
    {
        (Visit visit, Filled? written, IResult? refusal) = await OpenAsync(request, cancellation);
        if (written is null)
        {
            return refusal!;
        }

        Question? question = trial.Find(written["question"]);
        List<FieldFault> faults = [];
        if (question is null && written["question"].Length > 0)
        {
            faults.Add(new FieldFault("question", "Choose one of the questions"));
        }

        if (written["reply"].Length is 0 or > MaxReply)
        {
            faults.Add(new FieldFault("reply", "Write what somebody might reply, up to 1,600 characters"));
        }

        return faults.Count > 0 ? Show(visit, written.With(faults)) : Show(visit, written, understood: Understood.From(trial.Read(question, written["reply"])));
    }

    [Function("CheckStudyOnPage")]
    public async Task<IResult> CheckAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "study/check")] HttpRequest request, CancellationToken cancellation)
    {
        (Visit visit, Filled? written, IResult? refusal) = await OpenAsync(request, cancellation);
        return written is null ? refusal!
            : written.Text("definition") is not { } definition ? Show(visit, written.With([new FieldFault("definition", "Paste a whole definition")]))
            : Show(visit, written, check: StudyDefinition.Load(definition, "definition"));
    }

    private async Task<(Visit Visit, Filled? Written, IResult? Refusal)> OpenAsync(HttpRequest request, CancellationToken cancellation)
    {
        (Visit visit, IFormCollection? form, IResult? refusal) = await pages.ReadFormAsync(request, [Role.Administrator], cancellation, MaxBytes);
        return (visit, form is null ? null : Filled.From(form), refusal);
    }

    private IResult Show(Visit visit, Filled written, Understood? understood = null, Loaded<Study>? check = null) => pages.Show<StudyPage>(
        visit,
        new { Study = study, In = written, Understood = understood, Check = check },
        written.Faults.Count > 0 ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK);
}
