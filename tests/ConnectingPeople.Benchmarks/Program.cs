using ConnectingPeople.Benchmarks;
using ConnectingPeople.Benchmarks.Scale;
using ConnectingPeople.Domain.Studies;

if (args is ["export"])
{
    await ExportFigures.RunAsync();
    return;
}

string yaml = Path.Combine(AppContext.BaseDirectory, "Studies", "connecting-people.yaml");
Study study = StudyDefinition.Load(File.ReadAllText(yaml), "connecting-people.yaml").Value!;
DeciderTurns.Run(study);
CostModel.Print(NineMonths.Run(study, people: 1_000), new Prices());
AgendaAtScale.Print();
await TransactionsCounted.ReplyAsync();
await TransactionsCounted.WakeAndSendAsync(1);
await TransactionsCounted.WakeAndSendAsync(160);
await CaseloadOnAPage.RunAsync();
await FormPages.RunAsync();
await AWeekOfHours.RunAsync();
await RepliesASecond.RunAsync();
await ExportFigures.RunAsync();
