using ConnectingPeople.Benchmarks;
using ConnectingPeople.Domain.Studies;

if (args is ["export"])
{
    await ExportFigures.RunAsync();
    return;
}

string yaml = Path.Combine(AppContext.BaseDirectory, "Studies", "connecting-people.yaml");
Study study = StudyDefinition.Load(File.ReadAllText(yaml), "connecting-people.yaml").Value!;
DeciderTurns.Run(study);
NineMonths.Run(study, people: 1_000);
await TransactionsCounted.ReplyAsync();
await TransactionsCounted.WakeAndSendAsync(1);
await TransactionsCounted.WakeAndSendAsync(160);
await CaseloadOnAPage.RunAsync();
await FormPages.RunAsync();
await AWeekOfHours.RunAsync();
await RepliesASecond.RunAsync();
await ExportFigures.RunAsync();
